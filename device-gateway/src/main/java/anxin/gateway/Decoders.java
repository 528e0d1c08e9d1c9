package anxin.gateway;

import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.Reading;
import anxin.gateway.nativeformat.NativeDecoder;
import anxin.gateway.zigbee2mqtt.Zigbee2MqttDecoder;

/** Finds the decoder of the family the sender is registered with. */
public final class Decoders {

    private final Decoder nativeFormat = new NativeDecoder();
    private final Decoder zigbee2mqtt = new Zigbee2MqttDecoder();

    /** Reads any message. A fault in a decoder is one unreadable message, never a lost one. */
    public Reading read(Message message, Decoder.Registry registry) {
        if (!message.source().owns(message.topic())) {
            return new Reading.Unreadable("published under a topic that is not its own",
                    looksLikeLife(message));
        }
        Decoder decoder = switch (message.source().family()) {
            case NATIVE -> nativeFormat;
            case ZIGBEE2MQTT -> zigbee2mqtt;
        };
        return decoder.read(message, registry);
    }

    /** Whether a message that could not be read might be a call for life. Rather one too many. */
    public static boolean looksLikeLife(Message message) {
        return LifeLooking.test(message.topic(), message.payload());
    }
}
