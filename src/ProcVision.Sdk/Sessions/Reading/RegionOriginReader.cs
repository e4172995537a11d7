using System.Text.Json;

namespace ProcVision;

/// <summary>The identity of a region.</summary>
internal static class RegionOriginReader
{
    /// <exception cref="RegionFault">It is not there or is none.</exception>
    internal static RegionOrigin Read(RegionView view)
    {
        var length = view.Number<uint>(RegionFormat.IdentityLengthAt);

        // Before anything of the identity: its owner writes the length last.
        Volatile.ReadBarrier();
        if (length is 0 or > RegionFormat.LargestIdentity)
        {
            throw new RegionFault(length == 0 ? "尚未写入" : $"长度 {length} 超过 {RegionFormat.LargestIdentity}");
        }

        var isContextLeftOut = (view.Number<uint>(RegionFormat.FlagsAt) & RegionFormat.ContextLeftOut) != 0;
        return Parse(view.Copy(RegionFormat.IdentityAt, length), isContextLeftOut);
    }

    private static RegionOrigin Parse(byte[] json, bool isContextLeftOut)
    {
        if (StoredJson.Problem(json) is { } problem)
        {
            throw new RegionFault($"不是有效的 JSON: {problem}");
        }

        using var document = JsonDocument.Parse(json);
        var identity = document.RootElement;
        return identity.ValueKind == JsonValueKind.Object
            ? new RegionOrigin(Text(identity, "id"), Text(identity, "pid"), Text(identity, "algorithm"), Context(identity), isContextLeftOut)
            : throw new RegionFault($"应为对象，实际是 {identity.ValueKind}");
    }

    private static string Text(JsonElement identity, string name) =>
        identity.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : throw new RegionFault($"缺少 {name}");

    private static byte[] Context(JsonElement identity) =>
        !identity.TryGetProperty("context", out var context) ? "{}"u8.ToArray()
        : context.ValueKind == JsonValueKind.Object ? System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(context).ToArray()
        : throw new RegionFault($"context 应为对象，实际是 {context.ValueKind}");
}
