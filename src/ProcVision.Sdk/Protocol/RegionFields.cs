namespace ProcVision.Protocol;

/// <summary>The fields of <c>session.state_region</c> (<c>session_state:v1</c>): both are needed, because a region without its generation is anybody's.</summary>
internal static class RegionFields
{
    internal static void Read(ReadOnlySpan<byte> body, in MessageFields fields, TextScratch scratch, ref IncomingMessage message, scoped ref string? problem)
    {
        var region = fields[(int)MessageField.Region];
        if (region.Kind is JsonKind.None or JsonKind.Null)
        {
            return;
        }

        if (region.Kind != JsonKind.Object)
        {
            problem ??= $"session.state_region 应为对象: {JsonText.Shorten(region.Raw(body))}";
            return;
        }

        var nameToken = fields[(int)MessageField.RegionName];
        var name = CallFields.Text(body, nameToken, "session.state_region.name", scratch, ref problem);
        if (nameToken.Kind is JsonKind.None or JsonKind.Null)
        {
            problem ??= "缺少 session.state_region.name";
        }

        if (Generation(body, fields[(int)MessageField.RegionGeneration], ref problem) is { } generation)
        {
            message.Region = new RegionRequest { Name = name, Generation = generation };
        }
    }

    private static uint? Generation(ReadOnlySpan<byte> body, JsonToken token, scoped ref string? problem)
    {
        if (token.Kind is JsonKind.None or JsonKind.Null)
        {
            problem ??= "缺少 session.state_region.generation";
            return null;
        }

        if (token.Kind == JsonKind.Number
            && JsonNumber.ToInt64(token.Raw(body), out var generation) == JsonInteger.Exact
            && generation is >= 1 and <= RegionFormat.LastGeneration)
        {
            return (uint)generation;
        }

        problem ??= $"session.state_region.generation 应为 1 至 {RegionFormat.LastGeneration} 的整数: {JsonText.Shorten(token.Raw(body))}";
        return null;
    }
}
