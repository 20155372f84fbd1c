package dev.windrose.context.transfer;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as it is used above the body of an entry. Only whole and decimal numbers, true, false and null are not texts: 09:00 and no stay words. */
final class FrontMatter {

    private FrontMatter() {}

    /** @param lines of the fields, the first line of the YAML is 1 */
    record Parsed(Map<String, @Nullable Object> values, Map<String, Integer> lines) {}

    /** What is wrong, and in which line. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;
        private final int line;

        Wrong(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private static final class Words extends Resolver {

        private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
        private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,15}");
        private static final Pattern TRUTH = Pattern.compile("true|false");
        private static final Pattern NOTHING = Pattern.compile("~|null|");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, TRUTH, "tf");
            addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
            addImplicitResolver(Tag.FLOAT, DECIMAL, "-0123456789");
            addImplicitResolver(Tag.NULL, NOTHING, "~n\0");
            addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
            addImplicitResolver(Tag.MERGE, Pattern.compile("^(?:<<)$"), "<");
        }
    }

    /** Texts stay texts and figures keep all of their digits. */
    private static final class Plain extends Representer {

        Plain(DumperOptions options) {
            super(options);
            representers.put(String.class, text -> text(String.valueOf(text)));
            representers.put(
                    Double.class,
                    number -> representScalar(Tag.FLOAT, new BigDecimal(String.valueOf(number)).toPlainString()));
        }

        private Node text(String text) {
            boolean odd = text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')
                    || !StreamReader.isPrintable(text);
            boolean lines = text.indexOf('\n') >= 0;
            boolean block =
                    lines && !odd && text.lines().allMatch(line -> line.equals(line.strip())) && !text.startsWith("\n");
            return representScalar(
                    Tag.STR,
                    text,
                    block
                            ? DumperOptions.ScalarStyle.LITERAL
                            : lines || odd ? DumperOptions.ScalarStyle.DOUBLE_QUOTED : DumperOptions.ScalarStyle.PLAIN);
        }
    }

    static Parsed read(String yaml) throws Wrong {
        try {
            var reader = yaml();
            var lines = lines(reader.compose(new java.io.StringReader(yaml)));
            Object loaded = yaml().load(yaml);
            return switch (loaded) {
                case null -> new Parsed(Map.of(), Map.of());
                case Map<?, ?> map -> new Parsed(named(map), lines);
                default -> throw new Wrong(1, "Between the two lines of --- stand no named fields.");
            };
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new Wrong(
                    mark == null ? 1 : mark.getLine() + 1,
                    "The lines between --- are no YAML that can be read: %s."
                            .formatted(e.getProblem() == null ? "they break off" : e.getProblem()));
        } catch (YAMLException | ClassCastException e) {
            throw new Wrong(1, "The lines between --- are no YAML that can be read.");
        }
    }

    static String write(Map<String, @Nullable Object> values) {
        return yaml().dump(values);
    }

    private static Yaml yaml() {
        var loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        loading.setMaxAliasesForCollections(10);
        loading.setNestingDepthLimit(20);
        var writing = new DumperOptions();
        writing.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        writing.setWidth(Integer.MAX_VALUE);
        writing.setSplitLines(false);
        writing.setAllowUnicode(true);
        return new Yaml(new SafeConstructor(loading), new Plain(writing), writing, loading, new Words());
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> map) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> named.put(String.valueOf(name), plain(value)));
        return named;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> named(map);
            case List<?> list -> list.stream().map(FrontMatter::plain).toList();
            case Integer whole -> whole.longValue();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private static Map<String, Integer> lines(@Nullable Node root) {
        var lines = new LinkedHashMap<String, Integer>();
        collect(root, "", lines);
        return lines;
    }

    private static void collect(@Nullable Node node, String above, Map<String, Integer> lines) {
        if (!(node instanceof MappingNode mapping)) {
            return;
        }
        for (var field : mapping.getValue()) {
            if (field.getKeyNode() instanceof ScalarNode name) {
                String path = above + name.getValue();
                lines.put(path, name.getStartMark().getLine() + 1);
                if (above.isEmpty()) {
                    collect(field.getValueNode(), path + ".", lines);
                }
            }
        }
    }
}
