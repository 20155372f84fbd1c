package dev.windrose.llm.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.windrose.llm.model.CallModel.Called;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a model take its turn in a conversation, where the workspace lets texts out: it answers in words, or asks for tools. A failure is told, never
 * hidden, so that whoever asks goes on without a model. Ask outside of transactions.
 */
@Component
public class TalkingModel {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ModelTiers tiers;
    private final CallModel call;
    private final KeepCall kept;

    TalkingModel(ModelTiers tiers, CallModel call, KeepCall kept) {
        this.tiers = tiers;
        this.call = call;
        this.kept = kept;
    }

    /** The whole answer at once. Empty where there is no model, or the workspace lets nothing out. */
    public Optional<TalkAnswer> next(ModelTalk talk) {
        return turn(talk, null);
    }

    /**
     * The words piece by piece as they come, then the whole answer. What was heard before a failure does not count.
     *
     * @param heard if it fails, so does this
     */
    public Optional<TalkAnswer> next(ModelTalk talk, Consumer<String> heard) {
        return turn(talk, heard);
    }

    private Optional<TalkAnswer> turn(ModelTalk talk, @Nullable Consumer<String> heard) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A model is asked within a transaction.");
        }
        var policy = kept.policy();
        var named = tiers.model(talk.tier());
        if (named.isEmpty() || !policy.messageText()) {
            return Optional.empty();
        }
        var mask = MaskTalk.of(texts(talk.turns()), policy.plainAddresses());
        long expected = (mask.length() + fixed(talk)) / StructuredModel.TOKEN;
        long begin = System.nanoTime();
        var called = kept.overBudget(policy, expected)
                ? Called.failed(CallOutcome.OVER_BUDGET, 0)
                : called(talk, request(talk, mask), mask, named.get(), heard);
        var turn = called.outcome() == CallOutcome.ANSWERED ? answered(called, talk.tools(), mask) : null;
        var outcome =
                called.outcome() == CallOutcome.ANSWERED && turn == null ? CallOutcome.UNREADABLE : called.outcome();
        kept.keep(
                policy,
                new KeepCall.Ended(
                        talk.tier(),
                        talk.purpose(),
                        talk.prompt(),
                        talk.about(),
                        named.get().name(),
                        mask.whole().text(),
                        told(called),
                        called,
                        outcome,
                        Duration.ofNanos(System.nanoTime() - begin),
                        expected));
        return Optional.of(turn == null ? new TalkAnswer.Missing(outcome) : new TalkAnswer.Given(turn));
    }

    private Called called(
            ModelTalk talk,
            ChatRequest request,
            MaskTalk mask,
            ModelTiers.Named named,
            @Nullable Consumer<String> heard) {
        if (heard == null) {
            return call.ask(named.model(), request);
        }
        var stream = new UnmaskStream(mask.whole(), heard);
        var called = call.listen(tiers.streaming(talk.tier()).orElseThrow(), request, stream);
        if (called.outcome() == CallOutcome.ANSWERED) {
            stream.end();
        }
        return called;
    }

    private static long fixed(ModelTalk talk) {
        return talk.prompt().instruction().length()
                + talk.tools().stream()
                        .mapToLong(tool ->
                                tool.description().length() + tool.schema().length())
                        .sum();
    }

    /** All that was said, in the order in which {@link #messages} puts it back. */
    private static List<String> texts(List<TalkTurn> turns) {
        var texts = new ArrayList<String>();
        for (var turn : turns) {
            switch (turn) {
                case TalkTurn.Asked asked -> texts.add(asked.text());
                case TalkTurn.Answered answered -> {
                    texts.add(answered.text());
                    answered.calls().forEach(each -> texts.add(each.arguments().toString()));
                }
                case TalkTurn.Returned returned -> texts.add(returned.result());
            }
        }
        return texts;
    }

    private static ChatRequest request(ModelTalk talk, MaskTalk mask) {
        var messages = new ArrayList<ChatMessage>();
        messages.add(SystemMessage.from(talk.prompt().instruction()));
        var texts = mask.texts().iterator();
        talk.turns().forEach(turn -> messages.add(message(turn, texts)));
        var request = ChatRequest.builder().messages(messages);
        if (!talk.tools().isEmpty()) {
            request.toolSpecifications(
                    talk.tools().stream().map(TalkingModel::specification).toList());
        }
        return request.build();
    }

    private static ChatMessage message(TalkTurn turn, Iterator<String> texts) {
        return switch (turn) {
            case TalkTurn.Asked _ -> UserMessage.from(texts.next());
            case TalkTurn.Answered answered -> {
                var text = texts.next();
                var calls = answered.calls().stream()
                        .map(each -> ToolExecutionRequest.builder()
                                .id(each.id())
                                .name(each.tool())
                                .arguments(texts.next())
                                .build())
                        .toList();
                yield calls.isEmpty()
                        ? AiMessage.from(text)
                        : AiMessage.builder()
                                .text(text.isEmpty() ? null : text)
                                .toolExecutionRequests(calls)
                                .build();
            }
            case TalkTurn.Returned returned ->
                ToolExecutionResultMessage.from(returned.callId(), returned.tool(), texts.next());
        };
    }

    private static ToolSpecification specification(ModelTool tool) {
        var json = JSON.createObjectNode().put("name", tool.name()).put("description", tool.description());
        json.set("parameters", JSON.readTree(tool.schema()));
        return ToolSpecification.fromJson(json.toString());
    }

    /** Null where it asks for a tool that it was not given, or in words that are no JSON. */
    private static TalkTurn.@Nullable Answered answered(Called called, List<ModelTool> tools, MaskTalk mask) {
        var names = tools.stream().map(ModelTool::name).collect(Collectors.toSet());
        var ids = new HashSet<String>();
        var calls = new ArrayList<TalkTurn.ToolCall>();
        for (var request : called.calls()) {
            var arguments = arguments(mask.whole().unmasked(Objects.requireNonNullElse(request.arguments(), "")));
            if (arguments == null
                    || request.id() == null
                    || !ids.add(request.id())
                    || !names.contains(request.name())) {
                return null;
            }
            calls.add(new TalkTurn.ToolCall(request.id(), request.name(), arguments));
        }
        var text = called.text() == null ? "" : mask.whole().unmasked(called.text());
        return new TalkTurn.Answered(text, calls);
    }

    private static @Nullable JsonNode arguments(String written) {
        try {
            var json = JSON.readTree(written.isBlank() ? "{}" : written);
            return json.isObject() ? json : null;
        } catch (JacksonException bad) {
            return null;
        }
    }

    /** What came back, for the log. */
    private static @Nullable String told(Called called) {
        var calls = called.calls().stream()
                .map(each -> each.name() + " " + each.arguments())
                .collect(Collectors.joining("\n"));
        if (called.text() == null) {
            return calls.isEmpty() ? null : calls;
        }
        return calls.isEmpty() ? called.text() : called.text() + "\n" + calls;
    }
}
