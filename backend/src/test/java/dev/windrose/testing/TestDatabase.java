package dev.windrose.testing;

import dev.windrose.platform.postgres.DatabaseBootstrap;
import dev.windrose.platform.process.DataFolder;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A fresh database on the server kept in the build folder. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Signs people in for the whole application under test. */
    public static final ScriptedIssuer ISSUER = new ScriptedIssuer();

    /** The language model of the whole application under test. No workspace uses it before it lets its texts out. */
    public static final ScriptedModel MODEL = new ScriptedModel();

    /** Slack for the whole application under test. */
    public static final SlackSpecServer SLACK = new SlackSpecServer();

    /**
     * Held by this process of the tests: a second run in the same checkout is refused instead of sharing a server that one of them will stop. The
     * processes of one run are numbered.
     */
    private static final DataFolder FOLDER =
            DataFolder.claim(Path.of("target/test-data", System.getProperty("windrose.test-process", "1")));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "windrose.data=" + FOLDER.path(),
                        "windrose.postgres-port=0",
                        // Reading texts would slow every test; tests of it start a reader of their own.
                        "windrose.search.meanings=0",
                        // Servers that tests run themselves.
                        "windrose.outside.allowed-hosts=127.0.0.1",
                        "windrose.issuer.url=" + ISSUER.url(),
                        "windrose.integrations.slack-address=" + SLACK.address(),
                        "windrose.llm.base-url=" + MODEL.url(),
                        "windrose.llm.api-key=sk-scripted-key-of-tests",
                        "windrose.llm.tiers.strong=scripted",
                        "windrose.llm.timeout=1s",
                        "windrose.llm.attempts=2",
                        "windrose.database-name=test_" + Long.toString(System.nanoTime(), 36))
                .applyTo(context);
        new DatabaseBootstrap().initialize(context);
        Workspaces.use(context);
    }
}
