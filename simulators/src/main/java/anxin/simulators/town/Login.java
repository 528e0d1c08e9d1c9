package anxin.simulators.town;

/** Name and password of one account; never printed whole. */
public record Login(String login, String password) {

    @Override
    public String toString() {
        return "Login[" + login + "]";
    }
}
