using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>The call shapes that are in use, key by key (conformance 519–521).</summary>
internal static class PlatformCalls
{
    /// <summary>A picture of bytes: the platform does not know its size (251, 522).</summary>
    private static JsonObject Meta => new() { ["width"] = 0, ["height"] = 0, ["timestamp_ms"] = 1714032000000, ["camera_id"] = "unknown", ["color_space"] = "RGB" };

    /// <summary>Flat info, as today's engine asks (519).</summary>
    internal static JsonObject Info() => new()
    {
        ["type"] = "call",
        ["request_id"] = NewId(),
        ["phase"] = "info",
        ["session"] = new JsonObject { ["id"] = "info-req", ["context"] = new JsonObject() },
        ["user_params"] = new JsonObject(),
        ["shared_mem_id"] = "",
        ["image_meta"] = new JsonObject(),
    };

    /// <summary>Execute-only, as today's engine asks (520); <paramref name="guide"/> goes as cur_image and <paramref name="camera"/> as guide_image (89).</summary>
    internal static JsonObject ExecuteOnly(int step, string guide, string camera) => new()
    {
        ["type"] = "call",
        ["request_id"] = NewId(),
        ["data"] = new JsonObject
        {
            ["step_index"] = step,
            ["step_desc"] = "检查料盘上的零件",
            ["guide_info"] = new JsonArray(
                new JsonObject { ["label"] = "1", ["posList"] = new JsonArray(new JsonObject { ["x"] = 10, ["y"] = 20, ["width"] = 30, ["height"] = 40 }) }),
            ["cur_image_shm_id"] = guide,
            ["cur_image_meta"] = Meta,
            ["guide_image_shm_id"] = camera,
            ["guide_image_meta"] = Meta,
        },
    };

    /// <summary>Full, its fields under data (293, 521).</summary>
    internal static JsonObject Nested(string phase, int step, string session, JsonObject parameters, string image) => new()
    {
        ["type"] = "call",
        ["request_id"] = NewId(),
        ["data"] = Fields(phase, step, session, parameters, image),
    };

    /// <summary>Full, its fields beside the type (521).</summary>
    internal static JsonObject Flat(string phase, int step, string session, JsonObject parameters, string image)
    {
        var call = FlatWithoutId(phase, step, session, parameters, image);
        call["request_id"] = NewId();
        return call;
    }

    /// <summary>The same without a request_id (521).</summary>
    internal static JsonObject FlatWithoutId(string phase, int step, string session, JsonObject parameters, string image)
    {
        var call = Fields(phase, step, session, parameters, image);
        call["type"] = "call";
        return call;
    }

    private static JsonObject Fields(string phase, int step, string session, JsonObject parameters, string image) => new()
    {
        ["phase"] = phase,
        ["step_index"] = step,
        ["pid"] = "p001",
        ["session"] = new JsonObject { ["id"] = session, ["context"] = new JsonObject { ["product_code"] = "x", ["operator"] = "工人", ["trace_id"] = "t-1" } },
        ["user_params"] = parameters.DeepClone(),
        ["shared_mem_id"] = image,
        ["image_meta"] = Meta,
    };

    private static string NewId() => Guid.NewGuid().ToString();
}
