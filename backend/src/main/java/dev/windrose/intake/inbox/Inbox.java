package dev.windrose.intake.inbox;

import dev.windrose.intake.ArrivedMessages;
import dev.windrose.intake.ArrivedMessages.Place;
import dev.windrose.intake.ArrivedMessages.Wanted;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.TextSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The messages of the workspace that the actor in scope may see, those that are not read yet among them. */
@Component
public class Inbox {

    private static final Set<InboxState> UNREAD = Set.of(InboxState.WAITING, InboxState.FAILED, InboxState.PRIVATE);

    private final InboxStore store;
    private final ObjectProvider<ArrivedMessages> arrived;
    private final Descriptors descriptors;
    private final ObjectProvider<TextSearch> texts;

    Inbox(
            InboxStore store,
            ObjectProvider<ArrivedMessages> arrived,
            Descriptors descriptors,
            ObjectProvider<TextSearch> texts) {
        this.store = store;
        this.descriptors = descriptors;
        this.texts = texts;
        this.arrived = arrived;
    }

    /** @param next null where there are no more */
    public record Page(
            List<InboxMessage> messages, @Nullable Place next) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    public Page list(InboxFilter filter, @Nullable Place before, int most) {
        Permissions.require(Operation.READ, "intake");
        var found = new ArrayList<>(store.list(filter, holding(filter.text()), before, most + 1));
        sources().stream()
                .flatMap(source -> unread(source, filter, before, most + 1).stream())
                .forEach(found::add);
        found.sort(Comparator.comparing(InboxMessage::place));
        var page = found.size() > most ? found.subList(0, most) : found;
        return new Page(seen(page), found.size() > most ? page.getLast().place() : null);
    }

    /** The search names the messages to look at; null where it cannot. */
    private @Nullable List<UUID> holding(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var log = descriptors.get("user_prompt_log");
        return log.field("raw_input")
                .flatMap(field -> texts.orderedStream()
                        .findFirst()
                        .flatMap(search -> search.containing(log, field, text.strip())))
                .orElse(null);
    }

    private static List<InboxMessage> unread(
            ArrivedMessages source, InboxFilter filter, @Nullable Place before, int most) {
        var state = filter.state();
        if (filter.person() != null || state != null && !UNREAD.contains(state)) {
            return List.of();
        }
        var wanted = new Wanted(state == null ? null : state.wire(), filter.source(), filter.text());
        return source.unread(wanted, before, most).stream()
                .map(InboxMessage::unread)
                .toList();
    }

    /** @throws AppException NOT_FOUND also for a private message of others */
    @Transactional(readOnly = true)
    public InboxMessage get(UUID id) {
        Permissions.require(Operation.READ, "intake");
        return store.find(id)
                .flatMap(message -> seen(List.of(message)).stream().findFirst())
                .or(() -> sources().stream()
                        .flatMap(source -> source.find(id).stream())
                        .filter(message -> message.promptLog() == null)
                        .map(InboxMessage::unread)
                        .findFirst())
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such message."));
    }

    /** What the message has led to, the newest first. */
    @Transactional(readOnly = true)
    public List<ChangeSetId> changeSets(UUID message) {
        return store.changeSets(message);
    }

    private List<InboxMessage> seen(List<InboxMessage> messages) {
        var read = messages.stream()
                .filter(message -> message.decision() != null)
                .map(InboxMessage::id)
                .toList();
        var out = messages;
        for (var source : read.isEmpty() ? List.<ArrivedMessages>of() : sources()) {
            var hidden = source.hidden(read);
            var known = source.of(read);
            out = out.stream()
                    .filter(message -> !hidden.contains(message.id()))
                    .map(message -> known.containsKey(message.id()) ? message.from(known.get(message.id())) : message)
                    .toList();
        }
        return out;
    }

    List<ArrivedMessages> sources() {
        return arrived.orderedStream().toList();
    }
}
