package dev.windrose.intake;

import dev.windrose.records.search.Search;
import dev.windrose.records.search.SearchHit;
import dev.windrose.records.search.SearchRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds records by what somebody has typed of their name so far, also when it is misspelt. */
@Component
public class FindRecords {

    private final Search search;

    FindRecords(Search search) {
        this.search = search;
    }

    public record Match(
            String type, UUID id, String title, @Nullable String subtitle, double score) {}

    public List<Match> find(String typed, Collection<String> types, int limit) {
        int wanted = Math.clamp(limit, 1, Search.MOST);
        var request = SearchRequest.typed(typed, types.isEmpty() ? NameStore.TYPES : types, wanted);
        return search.find(request).groups().stream()
                .flatMap(group -> group.hits().stream())
                .sorted(Comparator.comparingDouble(SearchHit::score).reversed())
                .limit(wanted)
                .map(hit -> new Match(hit.type(), hit.id(), hit.title(), hit.subtitle(), hit.score()))
                .toList();
    }
}
