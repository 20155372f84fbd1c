package dev.windrose.crm.web;

import dev.windrose.crm.pipeline.Pipeline;
import dev.windrose.crm.pipeline.PipelineChange;
import dev.windrose.crm.pipeline.PipelineStage;
import dev.windrose.crm.pipeline.Pipelines;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/pipelines")
class PipelineController {

    private final Pipelines pipelines;

    PipelineController(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    record View(UUID id, String key, String name, boolean isDefault, List<Map<String, @Nullable Object>> stages) {

        static View of(Pipeline pipeline) {
            return new View(
                    pipeline.id(),
                    pipeline.key(),
                    pipeline.name(),
                    pipeline.isDefault(),
                    pipeline.stages().stream().map(PipelineStage::json).toList());
        }
    }

    record Page(List<View> data) {}

    @GetMapping
    Page all() {
        Permissions.require(Operation.READ, "deal");
        return new Page(pipelines.all().stream().map(View::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View add(@RequestBody PipelineChange pipeline) {
        return View.of(pipelines.add(pipeline));
    }

    @PatchMapping("/{id}")
    View change(@PathVariable UUID id, @RequestBody PipelineChange change) {
        return View.of(pipelines.change(id, change));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        pipelines.remove(id);
    }
}
