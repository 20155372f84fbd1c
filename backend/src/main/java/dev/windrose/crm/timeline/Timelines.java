package dev.windrose.crm.timeline;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened on an account, the newest first. */
@Component
public class Timelines {

    private static final int LONGEST = 200;

    private final List<TimelineSource> sources;
    private final Records records;
    private final People people;
    private final MaskTimeline mask;

    Timelines(List<TimelineSource> sources, Records records, People people, MaskTimeline mask) {
        this.mask = mask;
        this.sources = List.copyOf(sources);
        this.records = records;
        this.people = people;
    }

    /** Entries in order and the place of the next page; null at the end. */
    public record Page(List<TimelineItem> items, TimelineQuery.@Nullable Place next) {}

    /**
     * @param kinds empty for all
     * @throws AppException BAD_VALUE for an unknown kind, NOT_FOUND for a company that is not in the workspace
     */
    @Transactional(readOnly = true)
    public Page of(CompanyId company, Set<String> kinds, TimelineQuery.@Nullable Place before, int limit) {
        Permissions.require(Operation.READ, "company");
        requireKnown(kinds);
        if (records.byIds("company", List.of(company.value())).isEmpty()) {
            throw new AppException(CommonError.NOT_FOUND, "There is no such company.");
        }
        int size = Math.clamp(limit, 1, LONGEST);
        var merged = new ArrayList<TimelineItem>();
        for (var source : sources) {
            var wanted = new HashSet<>(source.kinds());
            if (!kinds.isEmpty()) {
                wanted.retainAll(kinds);
            }
            if (!wanted.isEmpty()) {
                merged.addAll(source.entries(new TimelineQuery(company, wanted, before, size + 1)));
            }
        }
        merged.sort(TimelineItem.NEWEST_FIRST);
        var page = mask.of(named(merged.subList(0, Math.min(size, merged.size()))));
        return new Page(
                page,
                merged.size() > size
                        ? new TimelineQuery.Place(
                                page.getLast().at(), page.getLast().id())
                        : null);
    }

    private void requireKnown(Set<String> kinds) {
        var known = sources.stream()
                .flatMap(source -> source.kinds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String kind : kinds) {
            if (!known.contains(kind)) {
                throw new AppException(
                        CommonError.BAD_VALUE,
                        "A timeline has no kind \"%s\", only %s.".formatted(kind, String.join(", ", known)),
                        "kinds");
            }
        }
    }

    /** Sources that keep only ids of people leave their names to this place. */
    private List<TimelineItem> named(List<TimelineItem> items) {
        Map<UUID, Person> byId = people.all().stream()
                .collect(Collectors.toMap(person -> person.id().value(), Function.identity()));
        return items.stream()
                .map(item -> {
                    var by = item.by();
                    var person = by == null || by.id() == null ? null : byId.get(by.id());
                    return person == null ? item : item.by(new TimelineItem.By(by.id(), person.name()));
                })
                .toList();
    }
}
