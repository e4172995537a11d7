namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>One of three answers about a type.</summary>
/// <param name="Answer">Which one.</param>
/// <param name="Model">What is printed for it; only with <see cref="ValueAnswer.Model"/>.</param>
/// <param name="Problem">What is said of it; only with <see cref="ValueAnswer.Rejected"/>.</param>
internal sealed record ValueVerdict(ValueAnswer Answer, ValueModel? Model, ValueProblem? Problem)
{
    /// <summary>A type, or a type in it, is not there yet.</summary>
    public static readonly ValueVerdict Unknown = new(ValueAnswer.Unknown, null, null);

    public static ValueVerdict Of(ValueModel model) => new(ValueAnswer.Model, model, null);

    public static ValueVerdict Reject(ValueProblem problem) => new(ValueAnswer.Rejected, null, problem);
}
