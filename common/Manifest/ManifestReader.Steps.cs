using ProcVision.Collections;
using ProcVision.Json;

namespace ProcVision.Manifests;

internal sealed partial class ManifestReader
{
    private EquatableArray<ManifestStep> ReadSteps(ManifestFields fields)
    {
        const string Example = "{ \"index\": 1, \"name\": \"…\" }";
        var list = fields.Optional<JsonArrayNode>("steps", "a list of objects", $"[{Example}]");
        if (list is null)
            return [];

        var steps = new SortedDictionary<int, ManifestStep>();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = new StepOrder(_findings);
        var used = UsedIndices(list);
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is not JsonObjectNode node)
            {
                _findings.AddWrongKind(list.Items[i], "steps", "a list of objects", Example);
                continue;
            }

            // The index names the step in every message about it, so it is looked at first.
            string position = $"the step at position {i + 1}";
            bool hasIndex = node.Find("index")?.Value is JsonNumberNode number && number.TryGetInteger(out _);
            string place = hasIndex ? $"step {((JsonNumberNode)node.Find("index")!.Value).Text}" : position;
            var step = ReadStep(new(node, place, _findings), place, used, steps, ids);
            order.Add(step, node);
            if (step is not null)
                steps.Add(step.Index, step);
        }

        order.Judge();
        return steps.Values.ToEquatableArray();
    }

    private static HashSet<long> UsedIndices(JsonArrayNode list)
    {
        var used = new HashSet<long>();
        foreach (var item in list.Items)
        {
            if ((item as JsonObjectNode)?.Find("index")?.Value is JsonNumberNode number && number.TryGetInteger(out long index))
                _ = used.Add(index);
        }

        return used;
    }

    /// <summary>A step; <see langword="null"/> when no call could reach it. The rest of it is checked all the same.</summary>
    private ManifestStep? ReadStep(
        ManifestFields fields,
        string place,
        HashSet<long> used,
        SortedDictionary<int, ManifestStep> earlier,
        Dictionary<string, string> ids)
    {
        FindUnknownKeys(fields.Node, ManifestKeys.OfStep, place);
        int? index = ReadIndex(fields, used, earlier);
        string? id = ReadId(fields, place, ids);
        var step = new ManifestStep
        {
            Index = index ?? 0,
            Id = id,
            Name = fields.RequiredText("name", "\"…\"")?.Value ?? "",
            Description = fields.OptionalText("description"),
            OperationGuide = fields.OptionalText("operation_guide"),
            Params = ReadParams(fields),
        };
        return index is null ? null : step;
    }

    private int? ReadIndex(ManifestFields fields, HashSet<long> used, SortedDictionary<int, ManifestStep> earlier)
    {
        const string Kind = "a whole number from 1 on";
        if (fields.Required<JsonNumberNode>("index", Kind, "1") is not { } number)
            return null;

        if (!number.TryGetInteger(out long index) || index > int.MaxValue)
        {
            _findings.Add(ManifestRules.WrongKind, number.Span, "index", Kind, number.Text, "1");
            return null;
        }

        if (index < 1)
        {
            string cure = used.Contains(1) ? "1 and number the steps after it from 2 on" : "1";
            _findings.Add(ManifestRules.StepIndexTooSmall, number.Span, number.Text, cure);
            return null;
        }

        if (earlier.TryGetValue((int)index, out var first))
        {
            long free = 1;
            while (used.Contains(free))
                free++;
            _findings.Add(ManifestRules.DuplicateStepIndex, number.Span, number.Text, Wording.Shorten(first.Name), Wording.Number(free));
            return null;
        }

        return (int)index;
    }

    private string? ReadId(ManifestFields fields, string place, Dictionary<string, string> ids)
    {
        var id = fields.Optional<JsonStringNode>("id", "a string", "\"locate_tray\"");
        if (id is null)
            return null;
        if (ids.TryGetValue(id.Value, out string? owner))
            _findings.Add(ManifestRules.DuplicateStepId, id.Span, Wording.Shorten(id.Value), owner);
        else
            ids.Add(id.Value, place);
        return id.Value;
    }
}
