package dev.windrose.agents.eval;

import dev.windrose.Windrose;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.access.NewOwner;
import dev.windrose.platform.access.WorkspaceCreation;
import dev.windrose.platform.people.WorkspaceChange;
import dev.windrose.platform.postgres.DatabaseBootstrap;
import dev.windrose.platform.process.ClaimDataFolder;
import dev.windrose.platform.settings.ReadSettings;
import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Changes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Loads a world into a scratch workspace and runs tasks in it, each on the same state. */
public final class EvalAgents {

    private final ApplicationContext context;
    private final World world;

    EvalAgents(ApplicationContext context, World world) {
        this.context = context;
        this.world = world;
    }

    /** Arguments: {@code --world DIR --tasks FILE --out FILE}. */
    public static void main(String... arguments) throws IOException {
        var world = World.of(Path.of(option(arguments, "--world")));
        var tasks = World.lines(Path.of(option(arguments, "--tasks")));
        var out = Path.of(option(arguments, "--out")).toAbsolutePath();
        var folder = Files.createTempDirectory("windrose-eval");
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(new ReadSettings(), new ClaimDataFolder(), new DatabaseBootstrap());
        try (var context = application.run(
                "--windrose.data=" + folder.resolve("data"), "--windrose.port=0", "--windrose.postgres-port=0")) {
            // A run that is broken off leaves what there was.
            try (var lines = Files.newBufferedWriter(out)) {
                new EvalAgents(context, world).run(tasks, line -> write(lines, line));
            }
            System.err.printf("%d tasks, results in %s.%n", tasks.size(), out);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(0);
    }

    private static void write(Writer lines, Map<String, @Nullable Object> line) {
        try {
            lines.write(World.JSON.writeValueAsString(line));
            lines.write('\n');
            lines.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void run(List<Map<String, Object>> tasks, Consumer<Map<String, @Nullable Object>> done) {
        long start = System.nanoTime();
        var first = LoadPeople.owner(world);
        var owner = ScopedClock.at(world.now(), () -> context.getBean(WorkspaceCreation.class)
                .create(
                        new WorkspaceChange(
                                world.text("seller", "Seller"),
                                world.text("base_currency", "EUR"),
                                "UTC",
                                world.text("week_starts", "monday").toLowerCase(java.util.Locale.ROOT),
                                1),
                        new NewOwner(String.valueOf(first.get("name")), String.valueOf(first.get("email")), null)));
        var loaded = new LoadWorld(context, world, owner);
        loaded.load();
        var database = context.getBean(Flyway.class).getConfiguration().getDataSource();
        var state = new StateStore(database, owner.tenant().value());
        state.addEvents(world.all("events"), loaded.ids, world.text("base_currency", "EUR"));
        state.keep();
        System.err.printf("Loaded in %.1f s.%n", (System.nanoTime() - start) / 1e9);
        ActorScope.run(owner, () -> all(tasks, loaded, owner, state, done));
    }

    private void all(
            List<Map<String, Object>> tasks,
            LoadWorld loaded,
            Actor owner,
            StateStore state,
            Consumer<Map<String, @Nullable Object>> done) {
        var changes = new CanonicalChanges(
                context.getBean(Descriptors.class), context.getBean(Changes.class), loaded.ids, world.all("policies"));
        var run = new RunTask(context, loaded, world, owner, state, changes);
        for (var task : tasks) {
            done.accept(run.run(task));
            state.restore();
        }
    }

    private static String option(String[] arguments, String name) {
        int at = List.of(arguments).indexOf(name);
        if (at < 0 || at + 1 >= arguments.length) {
            throw new IllegalArgumentException("Usage: ./windrose eval agents --world DIR --tasks FILE --out FILE");
        }
        return Objects.requireNonNull(arguments[at + 1]);
    }
}
