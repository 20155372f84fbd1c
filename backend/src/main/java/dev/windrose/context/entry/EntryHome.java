package dev.windrose.context.entry;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.people.Workspaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The eight categories at a glance: how many entries stand where, what is missing, what ends, what waits, what contradicts itself. */
@Component
public class EntryHome {

    private static final int SOON_DAYS = 30;
    private static final int MOST_PRODUCTS = 50;

    private final EntryHomeStore store;
    private final Workspaces workspaces;
    private final ObjectProvider<HealthSource> sources;

    EntryHome(EntryHomeStore store, Workspaces workspaces, ObjectProvider<HealthSource> sources) {
        this.store = store;
        this.workspaces = workspaces;
        this.sources = sources;
    }

    /** @param code {@code kind_without_live_entry} or {@code product_without_tree} */
    public record Gap(String code, String text, String kind, List<UUID> records) {}

    /**
     * @param expired by status, or live with a last day that has passed
     * @param expiring live, with a last day within 30 days
     * @param waiting entries of which a change waits for a decision
     */
    public record Health(
            List<Gap> gaps,
            long expired,
            long expiring,
            long inReview,
            long waiting,
            List<HealthSource.Finding> contradictions) {}

    public record Part(EntryCategory category, long entries, Map<String, Long> byStatus, Health health) {}

    @Transactional(readOnly = true)
    public List<Part> parts() {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        var today = workspaces.today();
        var groups = store.groups(today, today.plusDays(SOON_DAYS));
        var waiting = store.waiting();
        var findings = sources.orderedStream()
                .flatMap(source -> source.findings().stream())
                .toList();
        return Stream.of(EntryCategory.values())
                .map(category -> part(category, groups, waiting, findings))
                .toList();
    }

    private Part part(
            EntryCategory category,
            List<EntryHomeStore.Group> all,
            Map<String, Long> waiting,
            List<HealthSource.Finding> findings) {
        var groups = all.stream()
                .filter(group -> group.category().equals(category.wire()))
                .toList();
        var byStatus = new LinkedHashMap<String, Long>();
        for (var status : EntryStatus.values()) {
            byStatus.put(status.wire(), 0L);
        }
        groups.forEach(group -> byStatus.merge(
                Objects.requireNonNullElse(group.status(), EntryStatus.DRAFT.wire()), group.entries(), Long::sum));
        var live = groups.stream()
                .filter(group -> EntryStatus.LIVE.wire().equals(group.status()))
                .toList();
        long ended = live.stream().mapToLong(EntryHomeStore.Group::ended).sum();
        var health = new Health(
                gaps(category, live),
                byStatus.getOrDefault(EntryStatus.EXPIRED.wire(), 0L) + ended,
                live.stream().mapToLong(EntryHomeStore.Group::ending).sum(),
                byStatus.getOrDefault(EntryStatus.IN_REVIEW.wire(), 0L),
                waiting.getOrDefault(category.wire(), 0L),
                findings.stream().filter(one -> one.category() == category).toList());
        long entries = groups.stream().mapToLong(EntryHomeStore.Group::entries).sum();
        return new Part(category, entries, byStatus, health);
    }

    private List<Gap> gaps(EntryCategory category, List<EntryHomeStore.Group> live) {
        var gaps = new ArrayList<Gap>();
        category.kinds().stream()
                .filter(kind -> live.stream()
                        .noneMatch(group -> group.kind().equals(kind.wire()) && group.entries() > group.ended()))
                .forEach(kind -> gaps.add(new Gap(
                        "kind_without_live_entry",
                        "No live entry of the kind %s.".formatted(kind.wire().replace('_', ' ')),
                        kind.wire(),
                        List.of())));
        if (category == EntryCategory.MESSAGE_TREE) {
            store.productsWithoutTree(MOST_PRODUCTS)
                    .forEach(product -> gaps.add(new Gap(
                            "product_without_tree",
                            "%s has no message tree.".formatted(product.name()),
                            "",
                            List.of(product.id()))));
        }
        return gaps;
    }
}
