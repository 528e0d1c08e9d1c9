package anxin.api.phone;

import anxin.api.http.Fields;
import anxin.dispatcher.resident.Resident;
import java.time.LocalDate;

/** Who is behind a door and how to get in: for the person who said "I go", and nobody before. */
final class Doorstep {

    private Doorstep() {}

    static void tell(Fields task, Resident resident, LocalDate day) {
        task.with("name", resident.name())
                .with("age", resident.ageOn(day))
                .with("gender", resident.gender())
                .with("language", resident.language())
                .with("phone", resident.phone())
                .with("address", resident.address())
                .with("access", resident.access())
                .with("medical", resident.medical())
                .with("doNot", resident.doNot())
                .with("needs", resident.needs())
                .with("latitude", resident.place().latitude())
                .with("longitude", resident.place().longitude());
    }
}
