package dev.windrose.agents.kit;

import dev.windrose.agents.run.RunLimits;
import dev.windrose.agents.run.RunStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the file of an agent says.
 *
 * @param when sentences that call for it
 * @param tools that it may use, and no other
 * @param scopes that a token needs for these tools
 * @param shape of its runs: single, extract, loop or plan
 * @param playbook of a loop
 * @param inputs by name, and what each is
 * @param steps of the other shapes; {@code {$input: name}} stands for an input
 * @param fields that an extraction has to find, and what each is
 * @param says what it does, Markdown
 * @param print of its files, by which results of its cases are known to be of them
 */
public record AgentFile(
        String name,
        int version,
        String purpose,
        List<String> when,
        List<String> tools,
        List<String> scopes,
        RunLimits limits,
        String shape,
        @Nullable String playbook,
        Map<String, String> inputs,
        List<RunStep> steps,
        Map<String, String> fields,
        String says,
        String print) {}
