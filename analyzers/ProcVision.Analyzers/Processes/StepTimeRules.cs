using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Processes;

/// <summary>Rules about what a step does in the time of a call, and with the picture that it has for that time.</summary>
internal static class StepTimeRules
{
    public static readonly DiagnosticDescriptor Sleep = Rule.Create(
        "PV4007",
        "A step sleeps",
        "'{0}' holds the step and does not hear step.Cancellation, which fires at the deadline and when the process shall end. Write '{1}', which returns at once then.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Wait = Rule.Create(
        "PV4008",
        "A step waits and cannot be cancelled",
        "'{0}' waits for as long as it takes and does not hear step.Cancellation, so a host can end a call that hangs there only by killing the process. Write '{1}'.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor KeptPicture = Rule.Create(
        "PV4009",
        "The memory of a picture is kept beyond the step",
        "'{0}' keeps '{1}', but the picture is borrowed for this call: {2}. Copy what must last, for example with 'step.Image.Pixels.ToArray()'.");

    public static readonly DiagnosticDescriptor DecodeAgain = Rule.Create(
        "PV4010",
        "A step decodes a picture",
        "'{0}' decodes a picture within the time of the call, and the camera's picture is already there. Use step.Image, and load pictures that never change in Setup.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor PictureBuffer = Rule.Create(
        "PV4012",
        "A step allocates a buffer of the size of the picture",
        "'{0}' allocates a buffer of the size of the picture in every call, which the garbage collector must take back between parts. "
            + "Rent it from ArrayPool<{1}>.Shared, or keep one in a field marked [KeptBetweenCalls].",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor LooseWork = Rule.Create(
        "PV4014",
        "A step leaves work behind",
        "'{0}' goes on after the step has returned, when the picture is gone and nobody sees its exception. {1}.",
        DiagnosticSeverity.Warning);
}
