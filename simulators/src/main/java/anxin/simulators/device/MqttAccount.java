package anxin.simulators.device;

import java.net.URI;
import java.util.List;

/**
 * How one client presents itself.
 *
 * @param user client id and user name at once
 * @param stateTopic retained: the will and the "online" go there
 */
record MqttAccount(URI server, String user, String secret, String stateTopic, String online, String will,
        List<String> subscriptions) {

    @Override
    public String toString() {
        return "MqttAccount[" + user + "]";
    }
}
