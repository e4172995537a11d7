using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProcVision;

/// <summary>One look at a whole region.</summary>
internal sealed class RegionPass
{
    /// <summary>Problems that are named one by one.</summary>
    private const int MostProblems = 1000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly RegionView _view;
    private readonly RegionLook _look;
    private readonly RegionSpans _spans;
    private readonly List<string> _problems = [];

    /// <param name="view">Of a region whose header is good.</param>
    internal RegionPass(RegionView view)
    {
        _view = view;
        _look = new RegionLook(view, view.Word(RegionFormat.GenerationAt), view.Word(RegionFormat.RootAt));
        _spans = new RegionSpans(_look);
    }

    /// <exception cref="RegionMovedOn">The region is at another detection or layout than when this began.</exception>
    internal RegionContent Read()
    {
        var origin = Origin();
        var slots = new RegionSlots(_look, _spans, _problems);
        var layout = slots.Layout();
        var values = _look.Generation == 0 ? [] : Values(slots, layout);
        var read = new RegionContent
        {
            Size = _view.Size,
            Used = (int)Math.Min(_view.Size, RegionFormat.BodyAt + _spans.Total),
            Generation = _look.Generation,
            IsOpen = _look.IsOpen,
            Origin = origin,
            BegunMs = (long)_view.Word(RegionFormat.BegunAt),
            AttachedMs = (long)_view.Word(RegionFormat.AttachedAt),
            Owner = new RegionProcess(_view.Number<uint>(RegionFormat.OwnerPidAt), _view.Word(RegionFormat.OwnerStartAt)),
            Writer = new RegionProcess(_view.Number<uint>(RegionFormat.WriterPidAt), _view.Word(RegionFormat.WriterStartAt)),
            LayoutName = layout.Name.Length == 0 ? null : layout.Name,
            Values = values,
            Problems = Problems(),
        };
        _look.RequireCurrent();
        return read;
    }

    private RegionOrigin Origin()
    {
        if (_look.Generation == 0)
        {
            return RegionOrigin.Unknown;
        }

        try
        {
            return _look.Steady(() => RegionOriginReader.Read(_view));
        }
        catch (RegionFault fault)
        {
            _problems.Add($"身份: {fault.Message}");
            return RegionOrigin.Unknown;
        }
    }

    /// <summary>
    /// A keyed value that moves into a typed property is first stored there, then removed. Keys are looked at first, so that it is met at one of the two
    /// places; where it is at both, the property counts.
    /// </summary>
    private List<StoredValue> Values(RegionSlots slots, StoredLayout layout)
    {
        var problems = new List<string>();
        var keyed = new RegionDirectory(_look, _spans, problems).Values().ToList();
        var typed = slots.Values(layout).ToList();
        var properties = typed.Select(value => value.Key).ToHashSet(StringComparer.Ordinal);
        _problems.AddRange(problems);
        return Json([.. typed, .. keyed.Where(value => !properties.Contains(value.Key))]);
    }

    private List<StoredValue> Json(List<ReadValue> values)
    {
        var shared = _spans.Shared();
        var bytes = new JsonBudget();
        using var json = new Utf8JsonWriter(bytes, Options);
        var stored = new List<StoredValue>(values.Count);
        foreach (var value in values)
        {
            if (shared.Contains(value))
            {
                _problems.Add($"键 '{value.Key}': 与其他内容占用相同的字节");
                continue;
            }

            try
            {
                stored.Add(new StoredValue(value.Key, value.TypeName, Json(value, json, bytes)) { Bytes = value.Bytes.Length });
            }
            catch (RegionFault fault)
            {
                _problems.Add($"键 '{value.Key}': {fault.Message}");
            }
        }

        return stored;
    }

    private static byte[] Json(ReadValue value, Utf8JsonWriter json, JsonBudget bytes)
    {
        json.Reset();
        bytes.Begin(value.Bytes.Length);
        if (value.Type is { } type)
        {
            type.WriteStored(json, value.Bytes.Span);
        }
        else
        {
            json.WriteNullValue();
        }

        json.Flush();
        return bytes.ToArray();
    }

    private List<string> Problems()
    {
        var more = _problems.Count - MostProblems;
        if (more > 0)
        {
            _problems.RemoveRange(MostProblems, more);
            _problems.Add($"还有 {more} 个问题");
        }

        return _problems;
    }
}
