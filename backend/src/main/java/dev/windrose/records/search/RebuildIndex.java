package dev.windrose.records.search;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills an index with every record of every workspace, page by page, while events go on arriving. Types of few records come first. */
@Component
class RebuildIndex {

    private static final int PAGE = 1_000;
    /** Of types whose texts may be long. */
    private static final int LONG_PAGE = 100;

    /** Of types whose texts are read from elsewhere. */
    private static final int FILE_PAGE = 20;

    private static final int LONG = 100_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final long SHOWN = 2_000_000_000L;

    private final SearchStore store;
    private final Descriptors descriptors;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();

    RebuildIndex(SearchStore store, Descriptors descriptors) {
        this.store = store;
        this.descriptors = descriptors;
    }

    private record Part(TenantId tenant, Descriptor type, List<SearchField> fields, long records) {}

    /** From 0 to 1. */
    double progress() {
        long all = total.get();
        return all == 0 ? 0 : Math.min(1, (double) done.get() / all);
    }

    /** @return false where it was told to stop */
    boolean into(SearchIndex index, BooleanSupplier goOn) {
        done.set(0);
        total.set(0);
        var parts = parts();
        total.set(parts.stream().mapToLong(Part::records).sum());
        long shown = System.nanoTime();
        for (var part : parts) {
            UUID after = BEFORE_ALL;
            while (after != null) {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                after = page(index, part, after);
                if (System.nanoTime() - shown > SHOWN) {
                    index.refresh();
                    shown = System.nanoTime();
                }
            }
        }
        return true;
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (var tenant : store.tenants()) {
            ActorScope.run(Actor.system(tenant), () -> descriptors.all().forEach(type -> {
                var fields = SearchField.of(type);
                long records = fields.isEmpty() ? 0 : store.count(type);
                if (records > 0) {
                    parts.add(new Part(tenant, type, fields, records));
                }
            }));
        }
        parts.sort(Comparator.comparingLong(Part::records));
        return parts;
    }

    /** @return the last id of the page; null after the last page */
    private @Nullable UUID page(SearchIndex index, Part part, UUID after) {
        boolean lengthy = part.fields().stream().anyMatch(field -> field.field().maxLength() > LONG);
        int most = store.hasMore(part.type()) ? FILE_PAGE : lengthy ? LONG_PAGE : PAGE;
        var read = new ArrayList<SearchStore.Row>();
        ActorScope.run(
                Actor.system(part.tenant()),
                () -> index.inOneStep(() -> {
                    read.addAll(store.after(part.type(), part.fields(), after, most));
                    index.fill(part.tenant(), part.type().name(), part.fields(), read);
                }));
        done.addAndGet(read.size());
        return read.size() < most ? null : read.getLast().id();
    }
}
