using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Results;

/// <summary>Rules about what a step returns.</summary>
internal static class ResultRules
{
    public static readonly DiagnosticDescriptor EmptyText = Rule.Create(
        "PV3001",
        "A reason or an error message is empty",
        "'{0}' refuses an empty {1} with an ArgumentException, and the call is answered with 9999. Say what was found and what was expected.");

    public static readonly DiagnosticDescriptor LongReason = Rule.Create(
        "PV3002",
        "An NG reason has 50 or more characters",
        "This reason has {0} characters, and the platform takes fewer than 50: every such part leaves a warning in the log. Name the fault and its value here, and the places in the defect rectangles.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor LongMessage = Rule.Create(
        "PV3003",
        "A message has 100 or more characters",
        "This message has {0} characters, and the platform takes fewer than 100: every such call leaves a warning in the log. Keep what happened with value and limit, and write the rest to 'step.Log'.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnknownCode = Rule.Create(
        "PV3004",
        "An error code is in no table",
        "{0} is no error code of a result: a result refuses it with an ArgumentException, and the call is answered with 9999. Use '{1}' or another member of ErrorCode.");

    public static readonly DiagnosticDescriptor PackageCode = Rule.Create(
        "PV3005",
        "A code of packages is used in a result",
        "{0} is a code of package management{1}: a result refuses it with an ArgumentException, and the call is answered with 9999. Use '{2}' or another member of ErrorCode.");

    public static readonly DiagnosticDescriptor ManyDefects = Rule.Create(
        "PV3006",
        "A result has more than 20 defect rectangles",
        "This result has {0} defect rectangles, and only the first 20 are sent. Return the worst 20, or merge those that lie together.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ImpossibleRect = Rule.Create(
        "PV3007",
        "A rectangle of a result cannot lie in a picture",
        "The {0} of this rectangle is {1}, so the call is answered with 1007 in place of the result. Give it {2}.");

    public static readonly DiagnosticDescriptor DefaultResult = Rule.Create(
        "PV3008",
        "A default result is used",
        "A default '{0}' says neither OK nor what is wrong, {1}. Return {2}.");

    public static readonly DiagnosticDescriptor ThrownOut = Rule.Create(
        "PV3009",
        "An exception is thrown out of a step",
        "'{0}' out of a step is answered with 9999 as a mistake of the algorithm, whatever its cause. Return '{1}.Error({2}, …)', or throw a RecoverableException where a second try may succeed.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor CodeOfNg = Rule.Create(
        "PV3010",
        "An NG result carries an error code",
        "NG is a verdict about the part and not an error, so it carries no code, and {0}. Remove the record, or return 'ExecuteResult.Error' if the part could not be inspected.");

    public static readonly DiagnosticDescriptor TakenKey = Rule.Create(
        "PV3011",
        "A record has a key that it may not take",
        "{0}: 'With' refuses it with an ArgumentException, and the call is answered with 9999. {1}.");

    public static readonly DiagnosticDescriptor ThrownAway = Rule.Create(
        "PV3012",
        "A result is made and thrown away",
        "Nobody gets the result of '{0}', and the step goes on as if it had never been made. Return it{1}.");

    public static readonly DiagnosticDescriptor ImpossibleScore = Rule.Create(
        "PV3013",
        "A score is outside 0 to 1",
        "The score is {0}, and one outside 0 to 1 makes the call an ERROR 1006 in place of the result. Give the score as a fraction{1}.");

    public static readonly DiagnosticDescriptor ImageData = Rule.Create(
        "PV3014",
        "Image data stands in a result",
        "{0} would carry image data through the pipe in each answer, and no reader of results takes it. Send what was measured, and the places as rectangles.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoNumber = Rule.Create(
        "PV3015",
        "A value has no JSON form",
        "{0} has no form in JSON, so {1}. Leave the value out, or give a number that says the same.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor SwallowedFailure = Rule.Create(
        "PV3016",
        "A failure becomes OK",
        "Whatever fails in this step is caught here, and the part is answered with OK without having been inspected. Return 'ExecuteResult.Error' with what happened, or let the exception out.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoLabel = Rule.Create(
        "PV3017",
        "A rectangle of a result has no label",
        "This '{0}' has no label, which makes the call an ERROR 1006 in place of the result. Say what the rectangle shows.");

    public static readonly DiagnosticDescriptor LostRects = Rule.Create(
        "PV3018",
        "Rectangles are collected and never returned",
        "The rectangles in '{0}' are collected here, and no result of this method gets them. Give '{0}' to '{1}'.",
        DiagnosticSeverity.Warning);
}
