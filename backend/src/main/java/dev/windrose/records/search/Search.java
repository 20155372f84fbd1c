package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.Filter;
import dev.windrose.records.search.BestByType.Best;
import dev.windrose.records.search.BestByType.Candidate;
import dev.windrose.records.search.FindCandidates.Candidates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds records by what somebody writes of them. */
@Component
public class Search {

    public static final int MOST = 50;
    private static final int LONGEST = 500;
    private static final int FARTHEST = 1_000;
    /** What a text of the very same meaning counts; a word of a title counts more. */
    private static final float NEAR = 1.5f;

    /** Where little of the best may be seen, so many more are looked at. */
    private static final int[] DEEPER = {10_000, 50_000};

    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Descriptors descriptors;
    private final FindCandidates find;
    private final ReadHits read;
    private final SearchState state;
    private final OwnWrites writes;
    private final OpenedRecords opened;
    private final Meanings meanings;

    Search(
            Descriptors descriptors,
            FindCandidates find,
            ReadHits read,
            SearchState state,
            OwnWrites writes,
            OpenedRecords opened,
            Meanings meanings) {
        this.meanings = meanings;
        this.opened = opened;
        this.writes = writes;
        this.descriptors = descriptors;
        this.find = find;
        this.read = read;
        this.state = state;
    }

    @Transactional(readOnly = true)
    public SearchAnswer find(SearchRequest request) {
        long begin = System.nanoTime();
        check(request);
        writes.await();
        var types = types(request);
        var found = find.of(request, types);
        var all = new LinkedHashMap<>(found.slots().isEmpty() ? lately() : found.best());
        var led = led(types, found);
        led.forEach((type, candidates) ->
                all.merge(type, new Best(candidates, candidates.size()), (best, _) -> best.with(candidates)));
        if (!request.typing() && !found.slots().isEmpty()) {
            near(request, types, all);
        }
        var groups = new ArrayList<SearchAnswer.Group>();
        for (var type : types) {
            var best = all.get(type.name());
            if (best != null) {
                var group = group(request, type, best, found, led.getOrDefault(type.name(), List.of()));
                if (!group.hits().isEmpty()) {
                    groups.add(group);
                }
            }
        }
        groups.sort(Comparator.comparingDouble(
                        (SearchAnswer.Group group) -> group.hits().getFirst().score())
                .reversed());
        return new SearchAnswer(groups, (System.nanoTime() - begin) / 1_000_000, state.notice());
    }

    /** Reads further down the list until the page is full of what the actor may see, within bounds. */
    private SearchAnswer.Group group(
            SearchRequest request, Descriptor type, Best best, Candidates found, List<Candidate> led) {
        var group = read.group(request, type, best, found.slots(), Long.MAX_VALUE);
        var near = best.candidates().stream().filter(each -> !each.words()).toList();
        long until = System.nanoTime() + PATIENCE.toNanos();
        boolean further =
                !found.slots().isEmpty() && best.count() > best.candidates().size();
        for (int i = 0; i < DEEPER.length && further && group.hits().size() < request.limit(); i++) {
            var deeper = find.deeper(found, type, DEEPER[i]).with(led).with(near);
            group = read.group(request, type, deeper, found.slots(), until);
            further = deeper.count() > deeper.candidates().size();
        }
        return group;
    }

    /** What is found by titles of linked records, as far as the actor sees those. */
    private Map<String, List<Candidate>> led(List<Descriptor> types, Candidates found) {
        var holds = new HoldsWords(found.slots(), found.pass());
        var led = new HashMap<String, List<Candidate>>();
        for (var type : types) {
            var perhaps = found.perhaps().get(type.name());
            if (perhaps != null) {
                led.put(type.name(), read.led(type, perhaps.candidates(), holds));
            }
        }
        return led;
    }

    /** What says the same in other words comes after what has the words; what does both comes first. */
    private void near(SearchRequest request, List<Descriptor> types, Map<String, Best> all) {
        var found = meanings.near(request.text(), types, MOST);
        for (var near : found) {
            var best = all.getOrDefault(near.type(), new Best(List.of(), 0));
            var before = best.candidates().stream()
                    .filter(candidate -> candidate.id().equals(near.id()))
                    .findFirst();
            var other = new Candidate(
                    near.id(), before.map(Candidate::score).orElse(0f) + NEAR * near.similarity(), before.isPresent());
            all.put(near.type(), best.with(List.of(other)));
        }
    }

    /** Without words: what the person opened last. */
    private Map<String, Best> lately() {
        var byType = new LinkedHashMap<String, List<Candidate>>();
        var newest = opened.newest();
        for (int i = 0; i < newest.size(); i++) {
            var each = newest.get(i);
            byType.computeIfAbsent(each.type(), _ -> new ArrayList<>())
                    .add(new Candidate(each.id(), newest.size() - i, true));
        }
        var best = new LinkedHashMap<String, Best>();
        byType.forEach((type, candidates) -> best.put(type, new Best(candidates, candidates.size())));
        return best;
    }

    private List<Descriptor> types(SearchRequest request) {
        var actor = ActorScope.current();
        var wanted = request.types().stream().map(descriptors::get).toList();
        return (wanted.isEmpty() ? List.copyOf(descriptors.all()) : wanted)
                .stream()
                        .filter(type -> Permissions.allows(actor, Operation.READ, type.name()))
                        .toList();
    }

    private static void check(SearchRequest request) {
        if (request.text().length() > LONGEST) {
            throw new AppException(CommonError.TOO_LONG, "A search has at most %d characters.".formatted(LONGEST), "q");
        }
        if (request.limit() < 1 || request.limit() > MOST) {
            throw new AppException(CommonError.BAD_VALUE, "The limit lies between 1 and %d.".formatted(MOST), "limit");
        }
        if (request.offset() < 0 || request.offset() + request.limit() > FARTHEST) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "A search goes through the first %,d results of a type; add a word or a filter."
                            .formatted(FARTHEST),
                    "offset");
        }
        if (!request.filter().equals(Filter.ALL) && request.types().size() != 1) {
            throw new AppException(CommonError.BAD_VALUE, "A filter needs exactly one type.", "types");
        }
    }
}
