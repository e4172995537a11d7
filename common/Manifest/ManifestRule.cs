namespace ProcVision.Manifests;

/// <summary>One rule about <c>manifest.json</c>: what the compiler shows in an editor and the Runner prints for a package.</summary>
/// <param name="Id">Never reused and never renumbered, for example <c>PV0002</c>.</param>
/// <param name="Title">One line, without a final full stop.</param>
/// <param name="Message">A composite format of two sentences: the cause, then the cure.</param>
/// <param name="Severity">The severity unless a <c>.globalconfig</c> says otherwise.</param>
/// <param name="NeedsCompilation">Whether the finding can only be made once all code is known.</param>
internal sealed record ManifestRule(
    string Id,
    string Title,
    string Message,
    ManifestSeverity Severity = ManifestSeverity.Error,
    bool NeedsCompilation = false);
