package dev.windrose.records.search;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records of which no text was read yet: a page of each type in turn, the newest first. For one thread. */
final class UnreadTexts {

    private static final int PAGE = 500;

    private final SearchStore store;
    private final Descriptors descriptors;
    private final Queue<Page> pages = new ArrayDeque<>();
    private final Queue<Unread> found = new ArrayDeque<>();

    UnreadTexts(SearchStore store, Descriptors descriptors) {
        this.store = store;
        this.descriptors = descriptors;
    }

    record Unread(TenantId tenant, String type, UUID id) {}

    /** @param before those that were made before it are still to be looked at; null for all */
    private record Page(
            TenantId tenant, String type, @Nullable UUID before) {}

    /** @param texts what is read of a type */
    void begin(Function<Descriptor, List<SearchField>> texts) {
        found.clear();
        pages.clear();
        for (var tenant : store.tenants()) {
            ActorScope.run(Actor.system(tenant), () -> descriptors.all().stream()
                    .filter(type -> !texts.apply(type).isEmpty())
                    .forEach(type -> pages.add(new Page(tenant, type.name(), null))));
        }
    }

    boolean none() {
        return pages.isEmpty() && found.isEmpty();
    }

    boolean wantsPage() {
        return found.isEmpty() && !pages.isEmpty();
    }

    /** What was read before stays as it is: what changed since the events tell. */
    void page(MeaningIndex open, int most) {
        if (open.documents() >= most) {
            pages.clear();
            return;
        }
        var page = pages.remove();
        ActorScope.run(
                Actor.system(page.tenant()),
                () -> descriptors.find(page.type()).ifPresent(type -> page(open, page, type)));
    }

    private void page(MeaningIndex open, Page page, Descriptor type) {
        var ids = store.newest(type, page.before(), PAGE);
        var known = open.hashes(page.tenant(), page.type(), ids);
        ids.stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> found.add(new Unread(page.tenant(), page.type(), id)));
        if (ids.size() == PAGE) {
            pages.add(new Page(page.tenant(), page.type(), ids.getLast()));
        }
    }

    List<Unread> some(int most) {
        var some = new ArrayList<Unread>();
        while (some.size() < most && !found.isEmpty()) {
            some.add(found.remove());
        }
        return some;
    }
}
