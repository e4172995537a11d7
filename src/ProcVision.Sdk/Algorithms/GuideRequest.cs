namespace ProcVision;

/// <summary>What a call of the execute-only profile says of the step's guide (conformance 298). The spans are borrowed from the frame.</summary>
internal readonly ref struct GuideRequest
{
    /// <summary><c>cur_image_shm_id</c>, unescaped UTF-8: the guide picture (C6).</summary>
    internal ReadOnlySpan<byte> ImageId { get; init; }

    /// <summary><c>cur_image_meta</c>.</summary>
    internal ImageMeta ImageMeta { get; init; }

    /// <summary>What is wrong with <c>cur_image_meta</c>, else null: 1006.</summary>
    internal string? ImageMetaProblem { get; init; }

    /// <summary><c>step_desc</c>, unescaped UTF-8; empty when the call has none.</summary>
    internal ReadOnlySpan<byte> Description { get; init; }

    /// <summary><c>guide_info</c> as raw JSON of any kind; empty when the call has none.</summary>
    internal ReadOnlySpan<byte> Info { get; init; }

    /// <summary>A guide picture that is there already (unit tests); then its id and meta are not looked at.</summary>
    internal ImageFrame? Image { get; init; }

    /// <summary>What the guide says, where it is known already (unit tests); then the two fields of it are not looked at.</summary>
    internal Guide? Given { get; init; }
}
