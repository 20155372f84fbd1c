package dev.windrose.records.search;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import java.util.Map;
import java.util.UUID;

/** Writes products and keeps the index of its folder until it is killed. */
final class SearchProcess {

    private SearchProcess() {}

    public static void main(String[] arguments) {
        Map<String, Object> settings = Map.of(
                "windrose.search.meanings", "0",
                "windrose.search.commit-every", "300ms",
                "windrose.data", System.getenv("TEST_DATA_FOLDER"));
        var context = BareContext.ofRecords(settings);
        context.refresh();
        context.getBean(KeepIndex.class).begin();
        var indexes = context.getBean(SearchIndexes.class);
        SearchWorld.eventually(
                () -> indexes.answering().filter(SearchIndex::complete).isPresent());
        var tenant = new TenantId(UUID.fromString(System.getenv("TEST_TENANT")));
        var changes = context.getBean(Changes.class);
        KillableProcess.tellReady();
        for (int i = 0; ; i++) {
            var operation = DraftOperation.create("product", Map.of("name", "Part " + i));
            ActorScope.run(Actor.system(tenant), () -> changes.apply(ChangeDraft.of(Cause.person(), "", operation)));
        }
    }
}
