using System.Text;
using System.Text.Json;

namespace ProcVision.Fuzz.Frames;

/// <summary>
/// What one frame's body says, worked out from the rules of docs/protocol.md with System.Text.Json: the second opinion that the product's parser is
/// held to.
/// </summary>
internal sealed class FrameModel
{
    private const int LongestRequestId = 1024;

    private static readonly HashSet<string> CallKeys =
    [
        "phase", "method", "step_index", "pid", "session", "user_params", "shared_mem_id", "image_meta", "deadline_ms",
        "step_desc", "guide_info", "cur_image_shm_id", "cur_image_meta", "guide_image_shm_id", "guide_image_meta", "runner_version", "capabilities", "heartbeat_interval_ms", "heartbeat_grace_ms",
    ];

    private static readonly HashSet<string> FrameKeys = ["type", "request_id", "data", "payload", .. CallKeys];
    private static readonly HashSet<string> SessionKeys = ["id", "context", "state_region"];
    private static readonly HashSet<string> RegionKeys = ["name", "generation"];
    private static readonly HashSet<string> ImageMetaKeys = ["width", "height", "timestamp_ms", "camera_id", "color_space"];

    private static readonly Dictionary<string, string> Methods = new() { ["pre_execute"] = "pre", ["get_info"] = "info" };

    private static readonly HashSet<string> Phases =
        ["pre", "execute", "info", "setup", "teardown", "reset", "on_step_start", "on_step_finish", "session"];

    private readonly JsonElement _top;

    private FrameModel(JsonElement top) => _top = top;

    /// <summary>Whether it is a message at all: an object with a <c>type</c>, a usable <c>request_id</c> and no known key twice.</summary>
    internal bool IsMessage { get; private set; }

    /// <summary>The id to echo, as it stands in the frame; empty where there is none or it cannot be told.</summary>
    internal string RequestId { get; private set; } = "";

    internal string Type { get; private set; } = "";

    /// <summary>Whether a call can be understood so far that its phase is known.</summary>
    internal bool HasPhase => Phase.Length > 0;

    /// <summary>The phase; <c>execute-only</c> for the call that has none but two pictures; empty when there is none.</summary>
    internal string Phase { get; private set; } = "";

    internal int Step { get; private set; } = 1;

    /// <summary>Whether every field of the call that is read has the right kind.</summary>
    internal bool FieldsAreRight { get; private set; } = true;

    internal string Pid { get; private set; } = "";

    internal string SessionId { get; private set; } = "";

    internal JsonElement SessionContext { get; private set; }

    /// <summary>The name of the region for its values and which of the region's detections; null without one.</summary>
    internal (string Name, long Generation)? Region { get; private set; }

    internal JsonElement UserParams { get; private set; }

    internal string ImageId { get; private set; } = "";

    /// <summary>Null when it cannot be used.</summary>
    internal ImageMeta? ImageMeta { get; private set; }

    internal long? DeadlineMs { get; private set; }

    internal string GuideImageId { get; private set; } = "";

    /// <summary>Null when it cannot be used.</summary>
    internal ImageMeta? GuideImageMeta { get; private set; }

    internal JsonElement GuideInfo { get; private set; }

    internal string Description { get; private set; } = "";

    /// <summary>Reads a body.</summary>
    internal static FrameModel Read(ReadOnlyMemory<byte> body)
    {
        if (StrictJson.Parse(body)?.RootElement is not { ValueKind: JsonValueKind.Object } top)
        {
            return new FrameModel(default);
        }

        var model = new FrameModel(top);
        if (model.ReadRequestId() && !model.HasRepeatedKey() && Given(top, "type") is { ValueKind: JsonValueKind.String } type)
        {
            model.IsMessage = true;
            model.Type = type.GetString()!;
            if (model.Type == "call")
            {
                model.ReadCall();
            }
        }

        return model;
    }

    private bool ReadRequestId()
    {
        if (Count(_top, "request_id") > 1)
        {
            return true;
        }

        var id = Given(_top, "request_id");
        var raw = StrictJson.Raw(id);
        var usable = Encoding.UTF8.GetByteCount(raw) <= LongestRequestId
            && id.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.String or JsonValueKind.Number;
        RequestId = usable ? raw : "";
        return usable;
    }

    private bool HasRepeatedKey() => Repeats(_top, FrameKeys) || Places().Any(place =>
        Repeats(place, CallKeys) || Repeats(Given(place, "session"), SessionKeys) || Repeats(Given(Given(place, "session"), "state_region"), RegionKeys)
        || Repeats(Given(place, "image_meta"), ImageMetaKeys));

    private void ReadCall()
    {
        if (!IsObjectOrAbsent(Given(_top, "data")) || !IsObjectOrAbsent(Given(_top, "payload")))
        {
            return;
        }

        Phase = FindPhase();
        if (Phase is "" or "info")
        {
            return;
        }

        var step = Find("step_index");
        var index = StrictJson.Integer(step, int.MinValue, int.MaxValue);
        Step = Phase == "session" ? 0 : index is null or 0 ? 1 : (int)index;
        if (Phase is "setup" or "teardown")
        {
            return;
        }

        FieldsAreRight &= index is not null || IsNothing(step) || Phase == "session";
        Pid = Text("pid");
        ImageId = Text("shared_mem_id");
        UserParams = Object("user_params");
        ReadSession();
        var deadline = Find("deadline_ms");
        DeadlineMs = StrictJson.Integer(deadline, long.MinValue, long.MaxValue);
        FieldsAreRight &= DeadlineMs is not null || IsNothing(deadline);
        ImageMeta = MetaOf("image_meta");
        if (Phase == "execute-only")
        {
            ImageId = Text("guide_image_shm_id");
            ImageMeta = MetaOf("guide_image_meta");
            GuideImageId = Text("cur_image_shm_id");
            GuideImageMeta = MetaOf("cur_image_meta");
            Description = Text("step_desc");
            GuideInfo = Find("guide_info");
        }
    }

    private string FindPhase()
    {
        var phase = Find("phase");
        var method = Find("method");
        var text = IsNothing(phase) ? method : phase;
        if (text.ValueKind == JsonValueKind.String)
        {
            var name = text.GetString()!;
            name = IsNothing(phase) ? Methods.GetValueOrDefault(name, name) : name;
            return Phases.Contains(name) ? name : "";
        }

        return IsNothing(text) && IsPicture(Find("cur_image_shm_id")) && IsPicture(Find("guide_image_shm_id")) ? "execute-only" : "";
    }

    private void ReadSession()
    {
        var session = Object("session");
        if (session.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var id = Given(session, "id");
        var context = Given(session, "context");
        FieldsAreRight &= id.ValueKind == JsonValueKind.String || IsNothing(id);
        FieldsAreRight &= IsObjectOrAbsent(context);
        SessionId = id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
        SessionContext = context.ValueKind == JsonValueKind.Object ? context : default;
        ReadRegion(Given(session, "state_region"));
    }

    private void ReadRegion(JsonElement region)
    {
        FieldsAreRight &= IsObjectOrAbsent(region);
        if (region.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var name = Given(region, "name");
        var generation = StrictJson.Integer(Given(region, "generation"), 1, 0xFFFFFE);
        FieldsAreRight &= name.ValueKind == JsonValueKind.String && generation is not null;
        Region = (name.ValueKind == JsonValueKind.String ? name.GetString()! : "", generation ?? 0);
    }

    private ImageMeta? MetaOf(string key)
    {
        var meta = Find(key);
        if (meta.ValueKind != JsonValueKind.Object || Repeats(meta, ImageMetaKeys))
        {
            return null;
        }

        var camera = Given(meta, "camera_id");
        var space = Given(meta, "color_space");
        var isBgr = space.ValueKind == JsonValueKind.String && space.GetString() == "BGR";
        return StrictJson.Integer(Given(meta, "width"), int.MinValue, int.MaxValue) is { } width
            && StrictJson.Integer(Given(meta, "height"), int.MinValue, int.MaxValue) is { } height
            && StrictJson.Integer(Given(meta, "timestamp_ms"), long.MinValue, long.MaxValue) is { } time
            && camera.ValueKind == JsonValueKind.String
            && (isBgr || IsNothing(space) || (space.ValueKind == JsonValueKind.String && space.GetString() == "RGB"))
                ? new ImageMeta((int)width, (int)height, time, camera.GetString()!, isBgr)
                : null;
    }

    /// <summary>A field of <c>data</c> goes before the same of <c>payload</c>, that before the frame's own; null is as good as absent.</summary>
    private JsonElement Find(string key)
    {
        JsonElement found = default;
        foreach (var place in Places())
        {
            var value = Given(place, key);
            if (!IsNothing(value))
            {
                return value;
            }

            found = found.ValueKind == JsonValueKind.Undefined ? value : found;
        }

        return found;
    }

    private string Text(string key)
    {
        var value = Find(key);
        FieldsAreRight &= value.ValueKind == JsonValueKind.String || IsNothing(value);
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }

    private JsonElement Object(string key)
    {
        var value = Find(key);
        FieldsAreRight &= IsObjectOrAbsent(value);
        return value.ValueKind == JsonValueKind.Object ? value : default;
    }

    private IEnumerable<JsonElement> Places()
    {
        yield return Given(_top, "data");
        yield return Given(_top, "payload");
        yield return _top;
    }

    private static JsonElement Given(JsonElement place, string key) =>
        place.ValueKind == JsonValueKind.Object && place.TryGetProperty(key, out var value) ? value : default;

    /// <summary>Whether something stands there; of which kind is another question.</summary>
    private static bool IsPicture(JsonElement id) => !IsNothing(id) && StrictJson.Raw(id) != "\"\"";

    private static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    private static bool IsObjectOrAbsent(JsonElement value) => IsNothing(value) || value.ValueKind == JsonValueKind.Object;

    private static int Count(JsonElement place, string key) => place.EnumerateObject().Count(member => member.NameEquals(key));

    private static bool Repeats(JsonElement place, HashSet<string> known)
    {
        if (place.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var seen = new HashSet<string>();
        return place.EnumerateObject().Any(member => known.Contains(member.Name) && !seen.Add(member.Name));
    }
}
