package dev.windrose.integrations;

import dev.windrose.platform.access.PublicAddress;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.people.AccessRevocation;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Takes messages from a source that hands all of them in again at each start, until it is killed. */
final class ReceivingProcess {

    private ReceivingProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var context = BareContext.of(
                Map.of("windrose.data", System.getenv("TEST_DATA_FOLDER"), "windrose.jobs.heartbeat", "100ms"),
                new Class<?>[] {PublicAddress.class},
                "dev.windrose.records",
                "dev.windrose.llm",
                "dev.windrose.crm",
                "dev.windrose.context",
                "dev.windrose.work",
                "dev.windrose.workspace",
                "dev.windrose.intake",
                "dev.windrose.integrations",
                "dev.windrose.events",
                "dev.windrose.platform.credentials",
                "dev.windrose.platform.mail",
                "dev.windrose.platform.outside",
                "dev.windrose.platform.jobs",
                "dev.windrose.platform.people",
                "dev.windrose.platform.audit",
                "dev.windrose.platform.cache");
        context.registerBean(AccessRevocation.class, () -> (tenant, person) -> {});
        context.refresh();
        var tenant = new TenantId(UUID.fromString(System.getenv("TEST_TENANT")));
        var connection = UUID.fromString(System.getenv("TEST_CONNECTION"));
        int messages = Integer.parseInt(System.getenv("TEST_MESSAGES"));
        KillableProcess.tellReady();
        for (int number = 0; number < messages; number++) {
            byte[] body = String.valueOf(number).getBytes(StandardCharsets.UTF_8);
            context.getBean(ReceivePushed.class)
                    .accept(tenant, connection, new Connector.Call(Map.of(), "text/plain", body, "127.0.0.1"));
        }
        Thread.currentThread().join();
    }
}
