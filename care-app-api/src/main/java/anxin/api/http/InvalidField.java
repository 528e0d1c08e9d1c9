package anxin.api.http;

/** A field passed the contract and still cannot be used; answered as 400 naming it. */
public final class InvalidField extends RuntimeException {

    private final String field;

    public InvalidField(String field, String problem) {
        super(problem);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
