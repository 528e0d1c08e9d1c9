package anxin.api.http;

/** Answers one operation of the contract, blocking. */
@FunctionalInterface
public interface Operation {

    Reply answer(Call call);
}
