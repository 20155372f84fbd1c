package dev.windrose.agents.kit;

import dev.windrose.Windrose;
import dev.windrose.platform.postgres.DatabaseBootstrap;
import dev.windrose.platform.process.ClaimDataFolder;
import dev.windrose.platform.settings.ReadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs the cases of the product's agents and writes how they fared, for the page of agents. */
public final class EvalOwnAgents {

    private EvalOwnAgents() {}

    /** Arguments: {@code --out FILE [--agent NAME]}. */
    public static void main(String... arguments) throws IOException {
        var options = List.of(arguments);
        var out = Path.of(options.get(options.indexOf("--out") + 1)).toAbsolutePath();
        String only = options.contains("--agent") ? options.get(options.indexOf("--agent") + 1) : "";
        var folder = Files.createTempDirectory("windrose-eval");
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(new ReadSettings(), new ClaimDataFolder(), new DatabaseBootstrap());
        boolean good = true;
        try (var context = application.run(
                "--windrose.data=" + folder.resolve("data"), "--windrose.port=0", "--windrose.postgres-port=0")) {
            var results = new TreeMap<String, EvalResults.Result>();
            var json = context.getBean(JsonMapper.class);
            for (var file : context.getBean(AgentFiles.class).all()) {
                var known = context.getBean(EvalResults.class).of(file);
                if (!only.isEmpty() && !only.equals(file.name())) {
                    known.ifPresent(result -> results.put(file.name(), result));
                    continue;
                }
                var cases = AgentCases.of(file.name());
                var all = new RunCases(context).all(file.name(), cases);
                int passed = (int) all.stream().filter(EvalResults.Case::passed).count();
                results.put(
                        file.name(),
                        new EvalResults.Result(file.print(), LocalDate.now(ZoneOffset.UTC), all.size(), passed, all));
                good &= passed >= cases.floor() * all.size();
                System.out.printf(Locale.ROOT, "%s: %d of %d%n", file.name(), passed, all.size());
                all.stream()
                        .filter(one -> !one.passed())
                        .forEach(one -> System.out.printf("    %s: %s%n", one.id(), one.why()));
            }
            Files.writeString(
                    out,
                    json.rebuild()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .build()
                                    .writeValueAsString(results) + "\n");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(good ? 0 : 1);
    }
}
