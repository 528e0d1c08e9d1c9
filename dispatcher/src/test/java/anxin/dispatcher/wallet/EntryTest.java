package anxin.dispatcher.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import anxin.dispatcher.store.Jurisdiction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money is neither made nor lost, and never a fraction below nothing. */
class EntryTest {

    private static final UUID ORDER = new UUID(0x7000, 1);

    @Test
    void an_entry_whose_lines_do_not_add_up_to_nothing_cannot_exist() {
        List<Line> lines = List.of(Line.outOf(Purse.source("voucher"), Fen.of(100)),
                Line.into(Purse.held(ORDER), Fen.of(99)));

        assertThatIllegalArgumentException().isThrownBy(() -> new Entry(new Jurisdiction(ORDER, "150627100"),
                EntryKind.HELD, "held", Optional.of(ORDER), lines)).withMessageContaining("-1 fen");
    }

    @Test
    void a_line_moves_something() {
        assertThatIllegalArgumentException().isThrownBy(() -> Line.into(Purse.held(ORDER), Fen.ZERO));
    }

    @Test
    void an_amount_is_never_below_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fen.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fen.of(5).minus(Fen.of(6)));
        assertThat(Fen.of(5).minus(Fen.of(5))).isEqualTo(Fen.ZERO);
    }

    @Test
    void no_source_of_money_passes_for_the_resident() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant("self", Fen.of(100)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant("lot/1", Fen.of(100)));
    }
}
