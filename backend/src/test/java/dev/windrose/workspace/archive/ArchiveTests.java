package dev.windrose.workspace.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.crm.demo.FillDemo;
import dev.windrose.crm.file.StoredFiles;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.access.ApiTokens;
import dev.windrose.platform.access.NewApiToken;
import dev.windrose.platform.access.NewOwner;
import dev.windrose.platform.access.WorkspaceCreation;
import dev.windrose.platform.people.WorkspaceChange;
import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything of a workspace is taken along, into another one. */
@WindroseTest
class ArchiveTests {

    @Autowired
    ArchiveCatalogueStore catalogue;

    @Autowired
    ArchiveRowStore rows;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anotherWorkspaceIsEqualAfterwards() throws Exception {
        var world = filled();
        var source = api(world.actor());
        byte[] file = source.content(source.export("everything"));
        var entries = ZipFiles.read(file);
        assertThat(entries.keySet())
                .contains("manifest.json", "records/deal.jsonl", "csv/deals.csv", "records/c_vessel.jsonl")
                .noneMatch(
                        name -> name.contains("api_token") || name.contains("session") || name.contains("event_log"));
        assertThat(ZipFiles.text(entries.get("csv/companies.csv"))).contains("'=SUM(A1:A2)");
        assertThat(ZipFiles.text(entries.get("records/company.jsonl"))).contains("\"name\": \"=SUM(A1:A2)\"");

        var target = emptyWith(world.workspace().email());
        var there = api(target);
        assertThat(there.get("/workspace/import").json().get("possible").asBoolean())
                .isTrue();
        var started = there.zip("/workspace/import", file);
        assertThat(started.status()).as(ZipFiles.text(started.body())).isEqualTo(202);
        var done = there.ended("/workspace/import", "import");
        assertThat(done.get("status").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.get("summary").get("c_vessel").asInt()).isEqualTo(2);

        sameRows(entries, world.actor(), target);
        sameAnswers(source, there, world.actor(), target);
        assertThat(ActorScope.call(
                        target, () -> Workspaces.bean(Descriptors.class).find("c_vessel")))
                .isPresent();
        var again = there.zip("/workspace/import", file);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.detail()).contains("has records already");
    }

    /** All that a workspace can have: the demo world, own fields and types, a file, settings, a conversation. */
    private static RecordWorld filled() throws IOException {
        var world = RecordWorld.fresh();
        FillDemo.into(world);
        SchemaWorld.define(world, "deal", "Berths", "number", Map.of("filter", true));
        SchemaWorld.define(world, "deal", "Doubled", "formula", Map.of("formula", "c_berths * 2"));
        String vessel = SchemaWorld.type(world, "Vessel");
        SchemaWorld.define(world, vessel, "Flag", "text");
        var parent = world.create("company", Map.of("name", "=SUM(A1:A2)"));
        var below = world.create("company", Map.of("name", "Harbour Below", "parent_company", parent.toString()));
        world.create("deal", Map.of("name", "Two berths", "company_id", parent.toString(), "c_berths", 2));
        world.create(vessel, Map.of("name", "Gannet", "c_flag", "PT"));
        world.create(vessel, Map.of("name", "Curlew", "c_flag", "=1+1"));
        var binned = world.create("company", Map.of("name", "Sunken"));
        world.apply(Cause.person(), DraftOperation.delete("company", binned));
        world.in(() -> Workspaces.bean(StoredFiles.class)
                .add(
                        "chart.txt",
                        new ByteArrayInputStream("depths".getBytes(StandardCharsets.UTF_8)),
                        "company",
                        parent.toString()));
        var api = api(world.actor());
        api.post(
                "/teams",
                "{\"name\": \"Harbour\", \"member_ids\": [\"%s\"]}"
                        .formatted(world.actor().person()));
        api.post("/views", """
                {"name": "Open", "record_type": "deal", "layout": "list", "visibility": "shared", "query": {"sort": ["name"]}, "is_default": false}""");
        api.post("/intake", "{\"text\": \"Called Harbour Below today.\", \"channel\": \"chat\"}");
        awaitContact(world, below);
        return world;
    }

    /** The last contact is written from the event; nothing may change once the export has begun. */
    private static void awaitContact(RecordWorld world, UUID company) {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (world.get("company", company).value("last_contact_date") == null
                && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(world.get("company", company).value("last_contact_date")).isNotNull();
    }

    private void sameRows(Map<String, byte[]> entries, Actor from, Actor to) {
        var manifest = ReadArchive.JSON.readValue(entries.get("manifest.json"), Manifest.class);
        assertThat(manifest.rows()).isGreaterThan(1_000);
        for (var table : ActorScope.call(to, () -> transaction.execute(_ -> catalogue.tables()))) {
            var before = new ArrayList<String>();
            manifest.parts().stream()
                    .filter(part -> part.table().equals(table.name()))
                    .forEach(part -> {
                        var lines =
                                ZipFiles.text(entries.get(part.file())).lines().toList();
                        assertThat(lines).as(part.file()).hasSize((int) part.rows());
                        lines.forEach(line -> before.add(line.replace(id(from), id(to))));
                    });
            var after = new ArrayList<String>();
            ActorScope.run(to, () -> transaction.executeWithoutResult(_ -> rows.read(table, null, after::add)));
            if (table.name().equals("people")) {
                before.removeIf(line -> line.contains(id(to)));
                after.removeIf(line -> line.contains(id(to)));
            }
            assertThat(after).as(table.name()).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    private static void sameAnswers(TransferApi source, TransferApi there, Actor from, Actor to) {
        int records = 0;
        for (JsonNode type : source.get("/meta/types").json()) {
            String path =
                    "/%s?limit=200&count=true".formatted(type.get("plural").asString());
            var before = JsonMapper.shared()
                    .readTree(source.get(path).json().toString().replace(id(from), id(to)));
            assertThat(there.get(path).json()).as(path).isEqualTo(before);
            records += before.get("total").asInt();
        }
        assertThat(records).isGreaterThan(200);
        var file =
                there.get("/files?limit=1").json().get("data").get(0).get("id").asString();
        assertThat(there.get("/files/%s/content".formatted(file)).body())
                .asString()
                .isEqualTo("depths");
    }

    @Test
    void aFileThatIsNoneOfOursIsRefusedAndLeavesNothing() throws Exception {
        var world = RecordWorld.fresh();
        world.create("company", Map.of("name", "Northwind Paper"));
        var source = api(world.actor());
        byte[] file = source.content(source.export("everything"));
        var target = emptyWith("other." + world.workspace().email());
        var there = api(target);
        byte[] rows = ZipFiles.read(file).get("records/company.jsonl");

        refused(there, "just text".getBytes(StandardCharsets.UTF_8), "no ZIP archive");
        refused(there, Arrays.copyOf(file, file.length / 2), "no ZIP archive");
        refused(there, ZipFiles.with(file, "../../evil.sh", new byte[] {1}), "does not belong there");
        refused(there, ZipFiles.with(file, "manifest.json", "{}".getBytes(StandardCharsets.UTF_8)), "manifest");
        var changed = there.zip(
                "/workspace/import",
                ZipFiles.with(
                        file,
                        "records/company.jsonl",
                        ZipFiles.text(rows).replace("Northwind", "Southwind").getBytes(StandardCharsets.UTF_8)));
        assertThat(changed.status()).isEqualTo(202);
        var ended = there.ended("/workspace/import", "import");
        assertThat(ended.get("status").asString()).isEqualTo("failed");
        assertThat(ended.get("error").asString()).contains("is damaged");
        assertThat(there.get("/companies?count=true").json().get("total").asInt())
                .isZero();
        assertThat(there.get("/workspace/import").json().get("possible").asBoolean())
                .isTrue();
    }

    @Test
    void rowsThatDoNotFitAreTakenOutAgain() throws Exception {
        var world = RecordWorld.fresh();
        world.create("company", Map.of("name", "Northwind Paper"));
        world.create("contact", Map.of("name", "Mara Quill"));
        var source = api(world.actor());
        byte[] file = source.content(source.export("everything"));
        var entries = ZipFiles.read(file);
        byte[] without = "".getBytes(StandardCharsets.UTF_8);
        byte[] contact = ZipFiles.text(entries.get("records/contact.jsonl"))
                .replace("\"company_id\": null", "\"company_id\": \"01a20488-0000-7000-8000-000000000009\"")
                .getBytes(StandardCharsets.UTF_8);
        byte[] changed = replaced(replaced(file, "records/company.jsonl", without), "records/contact.jsonl", contact);
        var there = api(emptyWith("third." + world.workspace().email()));
        assertThat(there.zip("/workspace/import", changed).status()).isEqualTo(202);
        var ended = there.ended("/workspace/import", "import");
        assertThat(ended.get("error").asString()).contains("do not fit together");
        assertThat(there.get("/workspace/import").json().get("possible").asBoolean())
                .isTrue();
        var job = there.post("/jobs/%s/replay".formatted(ended.get("id").asString()), "{}");
        assertThat(job.status() / 100).isEqualTo(2);
        assertThat(there.post("/companies", "{\"name\": \"Here first\"}").status())
                .isEqualTo(201);
        assertThat(there.ended("/workspace/import", "import").get("error").asString())
                .contains("has ended");
        assertThat(there.get("/companies?count=true").json().get("total").asInt())
                .as("an import that is started again takes nothing out")
                .isOne();
    }

    /** With an honest manifest. */
    static byte[] replaced(byte[] file, String name, byte[] content) throws IOException {
        var manifest = ReadArchive.JSON.readValue(ZipFiles.read(file).get("manifest.json"), Manifest.class);
        var parts = manifest.parts().stream()
                .map(part -> part.file().equals(name)
                        ? new Manifest.Part(
                                name,
                                part.table(),
                                ZipFiles.text(content).lines().count(),
                                content.length,
                                HexFormat.of().formatHex(ArchiveZip.sha256().digest(content)))
                        : part)
                .toList();
        var honest = new Manifest(
                manifest.format(),
                manifest.madeAt(),
                manifest.workspace(),
                manifest.migrations(),
                parts,
                manifest.contents(),
                manifest.leftOut());
        return ZipFiles.with(
                ZipFiles.with(file, name, content), "manifest.json", ReadArchive.JSON.writeValueAsBytes(honest));
    }

    private static void refused(TransferApi api, byte[] file, String sentence) {
        var answer = api.zip("/workspace/import", file);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(sentence);
    }

    @Test
    void onlyAdministratorsTakeTheWorkspaceAlong() {
        var world = RecordWorld.fresh();
        var manager = api(world.workspace().person("Mara Manager", Role.MANAGER));
        assertThat(manager.post("/workspace/exports", "{\"kind\": \"everything\"}")
                        .status())
                .isEqualTo(403);
        assertThat(manager.get("/workspace/exports").status()).isEqualTo(403);
        assertThat(manager.zip("/workspace/import", new byte[0]).status()).isEqualTo(403);
        var owner = api(world.actor());
        var export = owner.export("everything");
        assertThat(manager.get("/workspace/exports/%s/content"
                                .formatted(export.get("id").asString()))
                        .status())
                .isEqualTo(403);
        String stranger = "/workspace/exports/" + export.get("id").asString();
        assertThat(api(RecordWorld.fresh().actor()).get(stranger).status()).isEqualTo(404);
        assertThat(owner.delete(stranger).status()).isEqualTo(204);
        assertThat(owner.get("/workspace/exports").json().get("data")).isEmpty();
        assertThat(owner.get(stranger + "/content").status()).isEqualTo(404);
    }

    static Actor emptyWith(String email) {
        return Workspaces.bean(WorkspaceCreation.class)
                .create(WorkspaceChange.named("Empty"), new NewOwner("Olive Owner", email, null));
    }

    static TransferApi api(Actor actor) {
        var request = new NewApiToken("test", Actor.ALL_SCOPES, null, actor.person());
        String token = ActorScope.call(
                        actor, () -> Workspaces.bean(ApiTokens.class).issue(request))
                .secret();
        return new TransferApi(Workspaces.baseUrl(), token);
    }

    private static String id(Actor actor) {
        return Objects.requireNonNull(actor.person()).toString();
    }
}
