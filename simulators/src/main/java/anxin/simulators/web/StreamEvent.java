package anxin.simulators.web;

/** One event of the live stream. */
public record StreamEvent(String id, String name, String data) {}
