package anxin.simulators.device;

/** One message to publish. */
record MqttMessageOut(String topic, String payload, Quality quality, Keeping keeping) {

    static MqttMessageOut event(String topic, String payload) {
        return new MqttMessageOut(topic, payload, Quality.AT_LEAST_ONCE, Keeping.PASSING);
    }

    static MqttMessageOut telemetry(String topic, String payload) {
        return new MqttMessageOut(topic, payload, Quality.AT_MOST_ONCE, Keeping.PASSING);
    }

    static MqttMessageOut state(String topic, String payload) {
        return new MqttMessageOut(topic, payload, Quality.AT_LEAST_ONCE, Keeping.RETAINED);
    }

    /** Only the two that are used here; QoS 2 with manual acknowledgements is broken in Paho. */
    enum Quality {
        AT_MOST_ONCE,
        AT_LEAST_ONCE
    }

    /** Whether the server keeps it for those who come later. */
    enum Keeping {
        PASSING,
        RETAINED
    }
}
