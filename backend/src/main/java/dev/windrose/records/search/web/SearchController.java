package dev.windrose.records.search.web;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.query.Filter;
import dev.windrose.records.search.OpenedRecords;
import dev.windrose.records.search.Reindex;
import dev.windrose.records.search.Search;
import dev.windrose.records.search.SearchAnswer;
import dev.windrose.records.search.SearchRequest;
import dev.windrose.records.search.SearchState;
import dev.windrose.records.search.SynonymWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/search")
class SearchController {

    private final Search search;
    private final SearchState state;
    private final Reindex reindex;
    private final SynonymWords synonyms;
    private final OpenedRecords opened;

    SearchController(Search search, SearchState state, Reindex reindex, SynonymWords synonyms, OpenedRecords opened) {
        this.synonyms = synonyms;
        this.opened = opened;
        this.search = search;
        this.state = state;
        this.reindex = reindex;
    }

    @GetMapping
    SearchAnswer typed(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> types,
            @RequestParam(defaultValue = "5") int limit) {
        return search.find(SearchRequest.typed(q, types, limit));
    }

    record Body(
            @Nullable String q,
            @Nullable List<String> types,
            @Nullable Map<String, Object> filter,
            @Nullable Integer limit,
            @Nullable Integer offset,
            @Nullable String mode) {}

    @PostMapping
    SearchAnswer full(@RequestBody Body body) {
        return search.find(new SearchRequest(
                body.q() == null ? "" : body.q(),
                body.types() == null ? List.of() : body.types(),
                Filter.of(body.filter()),
                body.limit() == null ? 20 : body.limit(),
                body.offset() == null ? 0 : body.offset(),
                "type".equals(body.mode())));
    }

    record OpenedBody(String type, UUID id) {}

    @PostMapping("/opened")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@RequestBody OpenedBody body) {
        Permissions.require(Operation.READ, body.type());
        opened.opened(body.type(), body.id());
    }

    record SynonymBody(List<List<String>> groups) {

        SynonymBody {
            groups = groups == null ? List.of() : groups;
        }
    }

    @GetMapping("/synonyms")
    SynonymBody synonyms() {
        return new SynonymBody(synonyms.groups());
    }

    @PutMapping("/synonyms")
    SynonymBody replaceSynonyms(@RequestBody SynonymBody body) {
        return new SynonymBody(synonyms.replace(body.groups()));
    }

    /** How large the index is tells of other workspaces too, so only who manages the process learns it. */
    @GetMapping("/status")
    Map<String, @Nullable Object> status() {
        var status = state.status();
        boolean manages = Permissions.allows(ActorScope.current(), Operation.MANAGE, "workspace");
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("documents", manages ? status.documents() : null);
        json.put("size_bytes", manages ? status.sizeBytes() : null);
        json.put(
                "meaning",
                manages ? Map.of("documents", status.meanings(), "waiting", status.meaningsWaiting()) : null);
        json.put("indexed_to", status.indexedTo());
        json.put("behind", status.behind());
        json.put("rebuilding", status.rebuilding());
        json.put("progress", status.progress());
        return json;
    }

    @PostMapping("/reindex")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> reindex() {
        reindex.start();
        return Map.of("rebuilding", true);
    }
}
