using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProcVision;

/// <summary>One record of the author's own in a result's <c>data</c>, already JSON.</summary>
internal sealed record ExtraData(string Key, byte[] Json, ExtraData? Next)
{
    /// <summary>Keys of <c>data</c> that belong to the platform (conformance 137–171): an author's record may not take one.</summary>
    private static bool IsReserved(string key) => key is
        "phase" or "step_index" or "result_status" or "ng_reason" or "defect_rects" or "position_rects" or "calibration_rects"
        or "debug" or "info" or "session" or "status" or "message" or "error_code" or "error_kind" or "request_id" or "type"
        or "timestamp_ms" or "executed_steps" or "overlay" or "suggest_action" or "error_type" or "diagnostics" or "image" or "deadline_ms";

    internal static ExtraData Create<T>(string key, T value, JsonTypeInfo<T> type, ExtraData? next)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(type);
        if (IsReserved(key))
        {
            throw new ArgumentException($"'{key}' is a key of the platform's result. Choose another key for your own record.", nameof(key));
        }

        for (var existing = next; existing is not null; existing = existing.Next)
        {
            if (existing.Key == key)
            {
                throw new ArgumentException($"This result already has a record '{key}'. Choose another key.", nameof(key));
            }
        }

        return new ExtraData(key, JsonSerializer.SerializeToUtf8Bytes(value, type), next);
    }
}
