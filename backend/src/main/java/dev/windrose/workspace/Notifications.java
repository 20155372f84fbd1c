package dev.windrose.workspace;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordRef;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever asks should know. Records that this person may not see any more are left out. */
@Component
public class Notifications {

    private static final int MOST = 100;

    private final NotificationStore store;
    private final Records records;
    private final Descriptors descriptors;
    private final Clock clock;

    Notifications(NotificationStore store, Records records, Descriptors descriptors, Clock clock) {
        this.store = store;
        this.records = records;
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
        var shown = found.subList(0, Math.min(size, found.size()));
        var about = about(shown);
        var news = shown.stream()
                .filter(one -> about.containsKey(one.recordId()))
                .map(one -> new Told(one, about.get(one.recordId())))
                .toList();
        return new Page(
                news,
                store.unread(person(), clock.instant()),
                found.size() > size ? shown.getLast().id() : null);
    }

    /** @return how many are unread then */
    @Transactional
    public long read(UUID id) {
        if (store.read(person(), id, clock.instant()) == 0) {
            throw new AppException(CommonError.NOT_FOUND, "There is no such notification.");
        }
        return store.unread(person(), clock.instant());
    }

    @Transactional
    public long readAll() {
        store.read(person(), null, clock.instant());
        return store.unread(person(), clock.instant());
    }

    private Map<UUID, RecordRef> about(List<Notification> news) {
        var wanted = new HashMap<String, Set<UUID>>();
        news.forEach(one -> wanted.computeIfAbsent(one.recordType(), _ -> new LinkedHashSet<>())
                .add(one.recordId()));
        var found = new HashMap<UUID, RecordRef>();
        wanted.forEach((type, ids) -> {
            if (descriptors.find(type).isPresent()) {
                records.byIds(type, ids)
                        .forEach((id, record) -> found.put(id, new RecordRef(id, type, record.title())));
            }
        });
        return found;
    }

    private static UUID person() {
        var person = ActorScope.current().person();
        if (person == null) {
            throw new AppException(CommonError.NOT_ALLOWED, "This token belongs to nobody, who is told nothing.");
        }
        return person.value();
    }
}
