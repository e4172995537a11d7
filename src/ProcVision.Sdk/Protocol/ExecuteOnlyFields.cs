namespace ProcVision.Protocol;

/// <summary>
/// The fields of a call of the execute-only profile (conformance 298, 520). Beware of their names: <c>cur_image</c> is the guide picture of the step,
/// <c>guide_image</c> the camera's picture (conformance 89, C6).
/// </summary>
internal static class ExecuteOnlyFields
{
    /// <summary>The words of the Python SDK (conformance 94).</summary>
    private const string MissingIds = "missing cur_image_shm_id/guide_image_shm_id";

    /// <summary>Whether a call without a phase is meant for this profile: it names at least one of the two pictures.</summary>
    internal static bool AreThere(in MessageFields fields) =>
        fields[(int)MessageField.GuidePictureId].Kind != JsonKind.None || fields[(int)MessageField.CameraPictureId].Kind != JsonKind.None;

    /// <summary>The reason of a 1000 when one of the two pictures is not named (conformance 94), else null.</summary>
    internal static string? Missing(ReadOnlySpan<byte> body, in MessageFields fields) =>
        IsEmpty(body, fields[(int)MessageField.GuidePictureId]) || IsEmpty(body, fields[(int)MessageField.CameraPictureId]) ? MissingIds : null;

    /// <summary>Reads both pictures and what is said of the guide.</summary>
    internal static void Read(
        ReadOnlySpan<byte> body,
        in MessageFields fields,
        TextScratch scratch,
        TextCache cameras,
        ref IncomingMessage message,
        scoped ref string? problem)
    {
        message.ImageId = CallFields.Text(body, fields[(int)MessageField.CameraPictureId], "guide_image_shm_id", scratch, ref problem);
        message.ImageMetaProblem =
            ImageMetaFields.Read(body, fields[(int)MessageField.CameraPictureMeta], "guide_image_meta", scratch, cameras, out var meta);
        message.ImageMeta = meta;
        message.Guide = new()
        {
            ImageId = CallFields.Text(body, fields[(int)MessageField.GuidePictureId], "cur_image_shm_id", scratch, ref problem),
            ImageMetaProblem = ImageMetaFields.Read(
                body, fields[(int)MessageField.GuidePictureMeta], "cur_image_meta", scratch, cameras, out var guideMeta),
            ImageMeta = guideMeta,
            Description = CallFields.Text(body, fields[(int)MessageField.StepDescription], "step_desc", scratch, ref problem),
            Info = fields[(int)MessageField.GuideInfo].Raw(body),
        };
    }

    private static bool IsEmpty(ReadOnlySpan<byte> body, JsonToken id) =>
        id.Kind is JsonKind.None or JsonKind.Null || (id.Kind == JsonKind.String && id.Inner(body).IsEmpty);
}
