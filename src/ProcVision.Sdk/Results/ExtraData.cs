using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ProcVision.Protocol;

namespace ProcVision;

/// <summary>One record of the author's own in a result's <c>data</c>, already JSON.</summary>
internal sealed record ExtraData(string Key, byte[] Json, ExtraData? Next)
{
    /// <summary>The frame and its <c>data</c>, which the record stands in.</summary>
    private const int FrameLevels = 2;

    /// <summary>Keys of <c>data</c> that belong to the platform (conformance 137–171): an author's record may not take one.</summary>
    private static bool IsReserved(string key) => key is
        "phase" or "step_index" or "result_status" or "ng_reason" or "defect_rects" or "position_rects" or "calibration_rects"
        or "debug" or "info" or "session" or "status" or "message" or "error_code" or "error_kind" or "request_id" or "type"
        or "timestamp_ms" or "executed_steps" or "overlay" or "suggest_action" or "error_type" or "diagnostics" or "image" or "deadline_ms";

    /// <summary>The records of one result and those of another whose keys it has not.</summary>
    internal static ExtraData? Join(ExtraData? records, ExtraData? others)
    {
        var all = records;
        for (var other = others; other is not null; other = other.Next)
        {
            if (!Has(records, other.Key))
            {
                all = other with { Next = all };
            }
        }

        return all;
    }

    internal static ExtraData Create<T>(string key, T value, JsonTypeInfo<T> type, ExtraData? next)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(type);
        if (IsReserved(key))
        {
            throw new ArgumentException($"'{key}' is a key of the platform's result. Choose another key for your own record.", nameof(key));
        }

        if (Has(next, key))
        {
            throw new ArgumentException($"This result already has a record '{key}'. Choose another key.", nameof(key));
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var scanner = JsonScanner.Over(json, FrameLevels);
        _ = scanner.Value();
        return scanner.AtEnd()
            ? new ExtraData(key, json, next)
            : throw new ArgumentException(
                $"The JSON of '{key}' cannot be sent: 第 {scanner.FaultOffset} 字节{scanner.Fault}. Look at the converters of {type.Type.Name}.", nameof(value));
    }

    private static bool Has(ExtraData? records, string key)
    {
        for (var record = records; record is not null; record = record.Next)
        {
            if (record.Key == key)
            {
                return true;
            }
        }

        return false;
    }
}
