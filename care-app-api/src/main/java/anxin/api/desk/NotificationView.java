package anxin.api.desk;

import anxin.api.http.Fields;
import anxin.dispatcher.notification.Notification;
import anxin.dispatcher.notification.Notifications;
import anxin.dispatcher.store.Protected;
import anxin.dispatcher.store.Sql;
import anxin.dispatcher.store.Word;
import java.util.List;
import java.util.UUID;

/** Who outside was told about an incident or an order, and how far the message has come. No number, no text. */
public final class NotificationView {

    private final Notifications notifications;
    private final BoardStore store;

    public NotificationView(Notifications notifications, Sql sql) {
        this.notifications = notifications;
        this.store = new BoardStore(sql);
    }

    /** Everything about one subject, in the order in which it was planned. */
    public List<Fields> of(UUID subject) {
        return notifications.ofSubject(subject).stream().map(this::fields).toList();
    }

    private Fields fields(Notification notification) {
        String name = store
                .findName(Word.of(notification.recipient().kind()), notification.recipient().id())
                .map(Protected::reveal).orElse("?");
        return new Fields()
                .with("id", notification.id())
                .with("what", notification.what())
                .with("recipient", notification.recipient().kind())
                .with("name", name)
                .with("channel", notification.channel())
                .with("state", notification.state())
                .with("createdAt", notification.createdAt())
                .with("sentAt", notification.sentAt())
                .with("deliveredAt", notification.deliveredAt())
                .with("attempts", notification.attempts())
                .with("adapter", notification.adapter())
                .with("fault", notification.fault());
    }
}
