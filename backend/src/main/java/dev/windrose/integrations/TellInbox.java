package dev.windrose.integrations;

import dev.windrose.intake.ArrivedMessages;
import dev.windrose.integrations.ReceivedMessageStore.Reader;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the inbox of the ledger. */
@Component
class TellInbox implements ArrivedMessages {

    private static final Map<String, String> CHANNELS = Map.of(
            "imap",
            "email",
            "inbound_mail",
            "email",
            "inbound_smtp",
            "email",
            "slack",
            "slack",
            "web_form",
            "web_form",
            "webhook",
            "api",
            "alert",
            "api",
            "event_alert",
            "api");

    private final ReceivedMessageStore store;
    private final UnreadMessageStore unread;
    private final ReceivedMessages messages;
    private final ConnectionStore connections;
    private final People people;

    TellInbox(
            ReceivedMessageStore store,
            UnreadMessageStore unread,
            ReceivedMessages messages,
            ConnectionStore connections,
            People people) {
        this.store = store;
        this.unread = unread;
        this.messages = messages;
        this.connections = connections;
        this.people = people;
    }

    @Override
    public List<Arrived> unread(Wanted wanted, @Nullable Place before, int most) {
        var kinds = wanted.channel() == null
                ? CHANNELS.keySet()
                : CHANNELS.entrySet().stream()
                        .filter(kind -> kind.getValue().equals(wanted.channel()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return kinds.isEmpty() ? List.of() : told(unread.list(reader(), wanted, kinds, before, most));
    }

    @Override
    public Optional<Arrived> find(UUID id) {
        return store.find(id, reader())
                .filter(message -> message.state() != MessageState.EXCLUDED)
                .map(List::of)
                .flatMap(found -> told(found).stream().findFirst());
    }

    @Override
    public Map<UUID, Arrived> of(Collection<UUID> promptLogs) {
        return told(unread.of(promptLogs, reader())).stream()
                .collect(Collectors.toMap(
                        message -> Objects.requireNonNull(message.promptLog()), message -> message, (one, _) -> one));
    }

    @Override
    public Set<UUID> hidden(Collection<UUID> promptLogs) {
        return unread.hidden(promptLogs, reader());
    }

    @Override
    public void again(UUID id, @Nullable String text) {
        messages.replay(id, text);
    }

    private List<Arrived> told(List<ReceivedMessage> found) {
        var known = new HashMap<UUID, Optional<Connection>>();
        return found.stream()
                .map(message -> told(
                        message,
                        known.computeIfAbsent(message.connection(), connections::find)
                                .orElse(null)))
                .toList();
    }

    private Arrived told(ReceivedMessage message, @Nullable Connection connection) {
        var state = message.state() == MessageState.STORED
                ? "private"
                : message.state().wire();
        return new Arrived(
                message.id(),
                message.arrivedAt(),
                connection == null ? "api" : channel(connection.kind()),
                connection == null ? "" : connection.name(),
                message.subject(),
                message.senderName() == null ? message.sender() : message.senderName(),
                messages.words(message),
                state,
                message.detail() == null ? message.reason() : message.detail(),
                message.shared(),
                message.promptLog());
    }

    static String channel(String kind) {
        return CHANNELS.getOrDefault(kind, "api");
    }

    private Reader reader() {
        var person = ActorScope.current().rightsOf();
        var address = Optional.ofNullable(person)
                .flatMap(people::find)
                .map(Person::email)
                .orElse(null);
        return new Reader(person == null ? null : person.value(), address);
    }
}
