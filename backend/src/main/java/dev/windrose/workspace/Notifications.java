package dev.windrose.workspace;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordRef;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever asks should know. Records that this person may not see any more are left out. */
@Component
public class Notifications {

    private static final int MOST = 100;
    private static final int COUNTED = 1_000;
    private static final int EXCERPT = 300;

    private final NotificationStore store;
    private final Records records;
    private final AccessChecks checks;
    private final AccessSql access;
    private final Descriptors descriptors;
    private final Clock clock;

    Notifications(
            NotificationStore store,
            Records records,
            AccessChecks checks,
            AccessSql access,
            Descriptors descriptors,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.checks = checks;
        this.access = access;
        this.descriptors = descriptors;
        this.clock = clock;
    }

    /** News with the record it is about. */
    public record Told(Notification news, RecordRef about) {}

    /** @param next id to go on below; null at the end */
    public record Page(
            List<Told> news, long unread, @Nullable UUID next) {}

    @Transactional(readOnly = true)
    public Page list(boolean unread, @Nullable UUID below, int limit) {
        int size = Math.clamp(limit, 1, MOST);
        var found = store.of(person(), unread, below, clock.instant(), size + 1);
        var page = found.subList(0, Math.min(size, found.size()));
        var about = about(page);
        var words = words(page);
        var news = page.stream()
                .filter(one -> about.containsKey(one.id()))
                .map(one -> new Told(one.saying(words.getOrDefault(one.id(), one.text())), about.get(one.id())))
                .toList();
        return new Page(news, unread(), found.size() > size ? page.getLast().id() : null);
    }

    /** @return how many are unread then */
    @Transactional
    public long read(UUID id) {
        if (store.read(person(), id, clock.instant()) == 0) {
            throw new AppException(CommonError.NOT_FOUND, "There is no such notification.");
        }
        return unread();
    }

    @Transactional
    public long readAll() {
        store.read(person(), null, clock.instant());
        return unread();
    }

    /** As many as the list would show. */
    private long unread() {
        var news = store.unread(person(), clock.instant(), COUNTED);
        var seen = new HashMap<String, Set<UUID>>();
        byType(news).forEach((type, ids) -> seen.put(type.name(), checks.seen(type, ids)));
        return news.stream()
                .filter(one -> seen.getOrDefault(one.recordType(), Set.of()).contains(one.recordId()) && told(one))
                .count();
    }

    /** What each is about, by its id. News of a record that is not seen, or of a field that is hidden, are left out. */
    private Map<UUID, RecordRef> about(List<Notification> news) {
        var records = new HashMap<UUID, RecordRef>();
        byType(news).forEach((type, ids) -> this.records
                .byIds(type.name(), ids)
                .forEach((id, record) -> records.put(id, new RecordRef(id, type.name(), record.title()))));
        var found = new HashMap<UUID, RecordRef>();
        news.stream()
                .filter(one -> records.containsKey(one.recordId()) && told(one))
                .forEach(one -> found.put(one.id(), records.get(one.recordId())));
        return found;
    }

    private Map<Descriptor, Set<UUID>> byType(List<Notification> news) {
        var ids = new LinkedHashMap<Descriptor, Set<UUID>>();
        news.forEach(one -> descriptors.find(one.recordType()).ifPresent(type -> ids.computeIfAbsent(
                        type, _ -> new LinkedHashSet<>())
                .add(one.recordId())));
        return ids;
    }

    private boolean told(Notification news) {
        return descriptors
                .find(news.recordType())
                .filter(type -> !news.kind().tellsAny(access.hidden(type)))
                .isPresent();
    }

    /** What comments say now and to whoever asks, by the id of the news. */
    private Map<UUID, String> words(List<Notification> news) {
        var comments = new HashMap<UUID, UUID>();
        news.forEach(one -> one.comment().ifPresent(comment -> comments.put(one.id(), comment)));
        var words = new HashMap<UUID, String>();
        if (!comments.isEmpty()) {
            var found = records.byIds("comment", Set.copyOf(comments.values()));
            comments.forEach((id, comment) -> Optional.ofNullable(found.get(comment))
                    .filter(one -> !one.binned())
                    .map(one -> one.text("body"))
                    .ifPresent(body -> words.put(id, excerpt(body))));
        }
        return words;
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT - 1) + "…";
    }

    private static UUID person() {
        var person = ActorScope.current().person();
        if (person == null) {
            throw new AppException(CommonError.NOT_ALLOWED, "This token belongs to nobody, who is told nothing.");
        }
        return person.value();
    }
}
