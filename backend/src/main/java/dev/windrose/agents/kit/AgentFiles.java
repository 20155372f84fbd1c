package dev.windrose.agents.kit;

import dev.windrose.agents.run.Playbook;
import dev.windrose.agents.tool.ToolDefinition;
import dev.windrose.agents.tool.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The agents that the product has. Their files are read once; the start ends where one of them asks for what there is not. */
@Component
public class AgentFiles {

    private static final String FILES = "classpath*:agents/*/AGENT.md";
    private static final Pattern FOLDER = Pattern.compile(".*/agents/([^/]+)/AGENT\\.md");
    private static final Set<String> SHAPES = Set.of("single", "extract", "loop", "plan");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Map<String, AgentFile> files;
    private final Tools tools;
    private final ObjectProvider<Playbook> playbooks;

    AgentFiles(Tools tools, ObjectProvider<Playbook> playbooks) {
        this.tools = tools;
        this.playbooks = playbooks;
        this.files = read();
    }

    public List<AgentFile> all() {
        return List.copyOf(files.values());
    }

    public Optional<AgentFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** When all tools and playbooks are there. */
    @EventListener(ContextRefreshedEvent.class)
    void check() {
        var wrong = new ArrayList<String>();
        files.values().forEach(file -> wrong.addAll(problems(file, tools::find, this::known)));
        if (!wrong.isEmpty()) {
            throw new BadAgent(String.join(" ", wrong));
        }
    }

    private boolean known(String playbook) {
        return playbooks.orderedStream().anyMatch(one -> one.name().equals(playbook));
    }

    /** What an agent asks for that there is not, in sentences. */
    static List<String> problems(
            AgentFile file, Function<String, Optional<ToolDefinition>> tools, Predicate<String> playbooks) {
        var wrong = new ArrayList<String>();
        if (!NAME.matcher(file.name()).matches()) {
            wrong.add("The agent %s is not named in small letters and hyphens.".formatted(file.name()));
        }
        for (String tool : file.tools()) {
            var found = tools.apply(tool);
            if (found.isEmpty()) {
                wrong.add("The agent %s uses the tool %s, which there is not.".formatted(file.name(), tool));
            } else if (!file.scopes().contains(found.get().scope())) {
                wrong.add("The agent %s uses the tool %s, whose scope %s it does not state."
                        .formatted(file.name(), tool, found.get().scope()));
            }
        }
        if (!SHAPES.contains(file.shape())) {
            wrong.add("The agent %s has the shape %s; shapes are single, extract, loop and plan."
                    .formatted(file.name(), file.shape()));
        } else if (file.shape().equals("loop")) {
            String playbook = file.playbook();
            if (playbook == null || !playbooks.test(playbook)) {
                wrong.add("The agent %s goes by the playbook %s, which there is not.".formatted(file.name(), playbook));
            }
        } else if (file.steps().isEmpty()) {
            wrong.add("The agent %s has no steps.".formatted(file.name()));
        }
        file.steps().stream()
                .filter(step -> step.tool() == null || !file.tools().contains(step.tool()))
                .forEach(step -> wrong.add("The agent %s calls %s in the step %s without naming it among its tools."
                        .formatted(file.name(), step.tool(), step.id())));
        FillInputs.names(file.steps()).stream()
                .filter(input -> !file.inputs().containsKey(input))
                .forEach(input -> wrong.add("The agent %s takes the input %s in a step and does not say what it is."
                        .formatted(file.name(), input)));
        return wrong;
    }

    private static Map<String, AgentFile> read() {
        var files = new TreeMap<String, AgentFile>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                var folder = FOLDER.matcher(resource.getURL().toString());
                if (folder.matches()) {
                    var evals = resource.createRelative("evals.yaml");
                    if (!evals.exists()) {
                        throw new BadAgent(
                                "The agent %s has no evals.yaml beside its AGENT.md.".formatted(folder.group(1)));
                    }
                    files.put(folder.group(1), ReadAgentFile.of(folder.group(1), text(resource), text(evals)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }
}
