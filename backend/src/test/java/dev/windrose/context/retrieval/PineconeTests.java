package dev.windrose.context.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.outside.OutsideHosts;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Every request is held against the published specification. */
@WindroseTest
class PineconeTests extends VectorIndexContract {

    PineconeServer server;
    Pinecone pinecone;

    @BeforeEach
    void start() throws IOException {
        server = new PineconeServer();
        pinecone = new Pinecone(server.address(), "lantern", Workspaces.bean(OutsideHosts.class));
    }

    @AfterEach
    void nothingWasRefused() {
        server.close();
        assertThat(server.refused).isEmpty();
    }

    @Override
    VectorIndex index() {
        return pinecone;
    }

    @Test
    void goesToTrustedAndEncryptedHostsOnly() {
        var hosts = Workspaces.bean(OutsideHosts.class);
        assertThatThrownBy(() -> new Pinecone("http://example.org", "k", hosts)).hasMessageContaining("https");
        var inner = new Pinecone("https://10.0.0.7", "k", hosts);
        assertThatThrownBy(() -> inner.remove(tenant, List.of(tenant.value())))
                .hasMessageContaining("lies in the network of this server");
        server.down = true;
        assertThatThrownBy(() -> pinecone.search(all(), "one", vector(), 5))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("503");
    }

    /** Vectors go out once they are there, and leave with their record. */
    @Test
    void isKeptInStepWithTheDatabase() {
        var world = RetrievalWorld.fresh();
        var id = world.note("Harbour", "The lighthouse keeper pays monthly.");
        world.settled();
        var external = new ExternalVectors(
                new VectorSettings(null, null, null, server.address(), "lantern"), Workspaces.bean(OutsideHosts.class));
        var place = new PlaceVectors(
                external,
                Workspaces.bean(SourceStore.class),
                Workspaces.bean(ChunkStore.class),
                Workspaces.bean(PlacementStore.class),
                Workspaces.bean(TransactionTemplate.class));
        all(place);
        String namespace = world.owner().tenant().toString();
        assertThat(server.namespaces.get(namespace)).isNotEmpty();
        assertThat(server.namespaces.get(namespace).toString())
                .contains(id.toString())
                .doesNotContain("lighthouse");
        server.down = true;
        world.records().apply(Cause.person(), DraftOperation.delete("note", id));
        world.settled();
        assertThatThrownBy(place::some).hasMessageContaining("503");
        server.down = false;
        all(place);
        assertThat(server.namespaces.get(namespace).toString()).doesNotContain(id.toString());
    }

    private static void all(PlaceVectors place) {
        while (place.some()) {
            Thread.onSpinWait();
        }
    }
}
