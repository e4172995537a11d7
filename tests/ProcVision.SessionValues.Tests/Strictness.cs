namespace ProcVision.SessionValues.Tests;

/// <summary>
/// What System.Text.Json takes, with the strictest options it has, and we refuse on purpose: it would be a value that nobody stored. The same list is
/// in docs/session-values.md.
/// </summary>
internal static class Strictness
{
    private static readonly (string Reason, Func<string, bool> Says)[] Rules =
    [
        ("a member that is missing is not made up", m => m.Contains("缺少", StringComparison.Ordinal)),
        ("a number that is too large for float or double is not made infinite", m => m.EndsWith("的值；请用写入时的类型读取，或 Delete 后重新写入", StringComparison.Ordinal) && (m.Contains("不是 double", StringComparison.Ordinal) || m.Contains("不是 float", StringComparison.Ordinal))),
        ("an enum's name is written as declared: no other case, no number as text, no spaces", m => m.Contains("的名称", StringComparison.Ordinal)),
        ("null is no element of a collection whose elements are declared not null", m => m.Contains("是 null，不能作为", StringComparison.Ordinal)),
    ];

    internal static bool IsDeliberate(string message) => Rules.Any(r => r.Says(message));
}
