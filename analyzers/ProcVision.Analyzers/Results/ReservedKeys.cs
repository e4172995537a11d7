namespace ProcVision.Analyzers.Results;

/// <summary>Keys of <c>data</c> that belong to the platform (conformance 137–171); a test compares them with those that the Sdk refuses.</summary>
internal static class ReservedKeys
{
    public static readonly IReadOnlyCollection<string> All =
    [
        "phase", "step_index", "result_status", "ng_reason", "defect_rects", "position_rects", "calibration_rects",
        "debug", "info", "session", "status", "message", "error_code", "error_kind", "request_id", "type",
        "timestamp_ms", "executed_steps", "overlay", "suggest_action", "error_type", "diagnostics", "image", "deadline_ms",
    ];

    private static readonly HashSet<string> Set = [.. All];

    public static bool Contains(string key) => Set.Contains(key);

    /// <summary>What to do in place of a record under a reserved key.</summary>
    public static string CureOf(string key) => key switch
    {
        "debug" or "diagnostics" => "Publish the values with 'step.Diagnostics', which the platform sends as 'debug'",
        "ng_reason" => "Give the reason to 'ExecuteResult.Ng'",
        "defect_rects" => "Give the rectangles to 'ExecuteResult.Ng'",
        "position_rects" => "Give the rectangles to 'ExecuteResult.Ok' or 'Ng'",
        "calibration_rects" => "Give the rectangles to 'PreResult.Ok'",
        "session" => "Keep the values in 'step.Session'",
        "error_code" or "message" or "status" or "result_status" => "Make the result with 'Ok', 'Ng' or 'Error', which writes it",
        _ => "Choose another key for your own record",
    };
}
