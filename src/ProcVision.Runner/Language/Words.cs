using System.Globalization;

namespace ProcVision.Runner;

/// <summary>
/// A text for people in their language. Chinese is the platform's own and what everybody gets who has not asked for another one; what goes over the wire
/// or into an answer is the platform's, and stays as it is.
/// </summary>
internal static class Words
{
    /// <summary>Whether the reader has English as the language of programs (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
    public static bool InEnglish => CultureInfo.CurrentUICulture.Name is "en" or ['e', 'n', '-', ..];

    /// <summary>The one of two texts that the reader understands.</summary>
    public static string Of(string chinese, string english) => InEnglish ? english : chinese;
}
