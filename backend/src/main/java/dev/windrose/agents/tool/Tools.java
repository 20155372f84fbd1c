package dev.windrose.agents.tool;

import dev.windrose.llm.Embeddings;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.tool.Tier;
import dev.windrose.platform.tool.Tool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The catalogue of tools. It is read once, at the start, which ends where a tool does not state what it has to. */
@Component
public class Tools implements SmartInitializingSingleton {

    private static final String OWN = "dev.windrose.";
    /** What two texts of nothing in common come to. */
    private static final double FAR = 0.2;

    private final ListableBeanFactory beans;
    private final Embeddings embeddings;
    private Map<String, BoundTool> tools = Map.of();
    private volatile Map<String, float[]> meanings = Map.of();

    Tools(ListableBeanFactory beans, Embeddings embeddings) {
        this.beans = beans;
        this.embeddings = embeddings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var found = new ArrayList<BoundTool>();
        var wrong = new ArrayList<String>();
        for (String name : beans.getBeanDefinitionNames()) {
            var type = beans.getType(name, false);
            var own = type == null ? null : ClassUtils.getUserClass(type);
            if (own != null && own.getName().startsWith(OWN)) {
                MethodIntrospector.selectMethods(own, (MethodIntrospector.MetadataLookup<Tool>)
                                method -> AnnotatedElementUtils.findMergedAnnotation(method, Tool.class))
                        .keySet()
                        .forEach(method -> {
                            var tool = BoundTool.of(method, () -> beans.getBean(name), wrong::add);
                            if (tool != null) {
                                found.add(tool);
                            }
                        });
            }
        }
        tools = byName(found, wrong);
    }

    static Map<String, BoundTool> byName(Collection<BoundTool> found, List<String> wrong) {
        var byName = new TreeMap<String, BoundTool>();
        for (var tool : found) {
            if (byName.put(tool.definition().name(), tool) != null) {
                wrong.add("Two tools are called %s.".formatted(tool.definition().name()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join(" ", wrong));
        }
        return byName;
    }

    public List<ToolDefinition> all() {
        return tools.values().stream().map(BoundTool::definition).toList();
    }

    /** What every agent is told of from the start. */
    public List<ToolDefinition> core() {
        return all().stream().filter(tool -> tool.tier() == Tier.CORE).toList();
    }

    public Optional<ToolDefinition> find(String name) {
        return Optional.ofNullable(tools.get(name)).map(BoundTool::definition);
    }

    /** @throws AppException NOT_FOUND, with what comes nearest */
    public ToolDefinition get(String name) {
        return bound(name).definition();
    }

    BoundTool bound(String name) {
        var tool = tools.get(name);
        if (tool == null) {
            var near = search(name.replace('_', ' '), 3).stream()
                    .map(ToolDefinition::name)
                    .collect(Collectors.joining(", "));
            throw new AppException(
                    CommonError.NOT_FOUND,
                    "There is no tool \"%s\".%s"
                            .formatted(
                                    name.replaceAll("[^\\w-]", " "), near.isEmpty() ? "" : " There are: " + near + "."),
                    "tool");
        }
        return tool;
    }

    /** Best first, by meaning and by words; those that have nothing to do with the text are left out. */
    public List<ToolDefinition> search(String wanted, int most) {
        if (wanted.isBlank()) {
            return all().stream().limit(most).toList();
        }
        var asked = embeddings.of(wanted);
        var words = words(wanted);
        var known = meanings();
        var scores = new HashMap<String, Double>();
        for (var tool : all()) {
            var own = words(text(tool));
            long shared = words.stream().filter(own::contains).count();
            double meaning = dot(asked, known.getOrDefault(tool.name(), new float[asked.length]));
            double score = meaning + (double) shared / words.size();
            if (score > FAR) {
                scores.put(tool.name(), score);
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(entry -> get(entry.getKey()))
                .toList();
    }

    /** Worked out at the first search: most processes never ask. */
    private Map<String, float[]> meanings() {
        var known = meanings;
        if (known.isEmpty()) {
            var all = all();
            var vectors = embeddings.of(all.stream().map(Tools::text).toList());
            var fresh = new HashMap<String, float[]>();
            for (int index = 0; index < all.size(); index++) {
                fresh.put(all.get(index).name(), vectors.get(index));
            }
            meanings = fresh;
            known = fresh;
        }
        return known;
    }

    private static String text(ToolDefinition tool) {
        return tool.name().replace('_', ' ') + ". " + tool.says();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+"))
                .filter(word -> word.length() > 2)
                .map(word -> word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toSet());
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int index = 0; index < one.length; index++) {
            sum += one[index] * other[index];
        }
        return sum;
    }
}
