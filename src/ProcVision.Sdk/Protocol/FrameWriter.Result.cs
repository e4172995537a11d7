namespace ProcVision.Protocol;

internal sealed partial class FrameWriter
{
    /// <summary>The result of a pre or execute call (conformance 297, C19, C21).</summary>
    internal ReadOnlySpan<byte> Result(scoped ReadOnlySpan<byte> requestId, scoped in CallOutcome outcome)
    {
        var phase = outcome.IsExecuteOnly ? CallPhase.ExecuteOnly : outcome.Phase == Phase.Pre ? CallPhase.Pre : CallPhase.Execute;
        var message = outcome.Message ?? "";
        Begin("result"u8, requestId);
        var size = new FieldSize("message", _frame.Size);
        if (outcome.Error is { } code)
        {
            Status(code, outcome.ErrorKind, message);
        }
        else
        {
            _frame.Raw(""","status":"OK","message":"""u8);
            // The reason of an NG stands in data; the message is for errors and for pre (conformance 143).
            _frame.Text(phase == CallPhase.Pre ? message : "");
        }

        size = size with { Bytes = _frame.Size - size.Bytes };
        _frame.Raw(""","data":{"""u8);
        PhaseAndStep(phase, outcome.Step);
        if (outcome.Error is null && phase != CallPhase.Pre)
        {
            Verdict(in outcome, message, ref size);
        }

        Rects(in outcome, ref size);
        Debug(outcome.Diagnostics, ref size);
        for (var extra = outcome.Extra; extra is not null; extra = extra.Next)
        {
            var before = _frame.Size;
            _frame.Raw(","u8);
            _frame.Text(extra.Key);
            _frame.Raw(":"u8);
            _frame.Raw(extra.Json);
            size = size.Larger(extra.Key, _frame.Size - before);
        }

        _frame.Raw("}}"u8);
        return _frame.Size > FrameLimits.Body ? TooLarge(requestId, phase, outcome.Step, size) : Finish();
    }

    /// <summary>The two-layer answer (conformance 148–150); <c>defect_rects</c> is there even when it is empty (conformance 156, C17).</summary>
    private void Verdict(scoped in CallOutcome outcome, string message, ref FieldSize size)
    {
        if (outcome.Verdict == ProcVision.Verdict.Ng)
        {
            var before = _frame.Size;
            _frame.Raw(""","result_status":"NG","ng_reason":"""u8);
            _frame.Text(message);
            size = size.Larger("ng_reason", _frame.Size - before);
        }
        else
        {
            _frame.Raw(",\"result_status\":\"OK\""u8);
        }

        var start = _frame.Size;
        _frame.Raw(""","defect_rects":["""u8);
        for (var i = 0; i < outcome.DefectCount && outcome.Defects is { } defects; i++)
        {
            var defect = defects[i];
            Rect(i == 0, defect.Box, defect.Label);
            Score(defect.Score);
        }

        _frame.Raw("]"u8);
        size = size.Larger("defect_rects", _frame.Size - start);
    }

    private void Rects(scoped in CallOutcome outcome, ref FieldSize size)
    {
        if (outcome.Positions is { } positions)
        {
            var before = _frame.Size;
            _frame.Raw(""","position_rects":["""u8);
            for (var i = 0; i < positions.Count; i++)
            {
                var position = positions[i];
                Rect(i == 0, position.Box, position.Label);
                Score(position.Score);
            }

            _frame.Raw("]"u8);
            size = size.Larger("position_rects", _frame.Size - before);
        }

        if (outcome.Calibration is { } places)
        {
            var before = _frame.Size;
            _frame.Raw(""","calibration_rects":["""u8);
            for (var i = 0; i < places.Count; i++)
            {
                var place = places[i];
                Rect(i == 0, place.Box, place.Label);
                _frame.Raw("}"u8);
            }

            _frame.Raw("]"u8);
            size = size.Larger("calibration_rects", _frame.Size - before);
        }
    }

    private void Rect(bool isFirst, in Rect box, string? label)
    {
        _frame.Raw(isFirst ? "{\"x\":"u8 : ",{\"x\":"u8);
        _frame.Integer(box.X);
        _frame.Raw(",\"y\":"u8);
        _frame.Integer(box.Y);
        _frame.Raw(",\"width\":"u8);
        _frame.Integer(box.Width);
        _frame.Raw(",\"height\":"u8);
        _frame.Integer(box.Height);
        _frame.Raw(",\"label\":"u8);
        _frame.Text(label);
    }

    private void Score(double score)
    {
        _frame.Raw(",\"score\":"u8);
        Real(score);
        _frame.Raw("}"u8);
    }

    /// <summary>What has no JSON form is sent as text rather than as something no reader takes (conformance 163, 543).</summary>
    private void Real(double value)
    {
        if (double.IsFinite(value))
        {
            _frame.Real(value);
        }
        else
        {
            _frame.Text(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    private void Debug(Diagnostics? diagnostics, ref FieldSize size)
    {
        if (diagnostics is null || diagnostics.Entries.IsEmpty)
        {
            return;
        }

        var before = _frame.Size;
        var separator = ",\"debug\":{"u8;
        foreach (ref readonly var entry in diagnostics.Entries)
        {
            _frame.Raw(separator);
            separator = ","u8;
            _frame.Text(entry.Name);
            _frame.Raw(":"u8);
            switch (entry.ValueKind)
            {
                case LogField.Kind.Integer:
                    _frame.Integer(entry.Bits);
                    break;
                case LogField.Kind.Real:
                    Real(entry.Real);
                    break;
                case LogField.Kind.Boolean:
                    _frame.Raw(entry.Bits != 0 ? "true"u8 : "false"u8);
                    break;
                case LogField.Kind.Text when entry.Text is { } text:
                    _frame.Text(text);
                    break;
                default:
                    _frame.Raw("null"u8);
                    break;
            }
        }

        _frame.Raw("}"u8);
        size = size.Larger("debug", _frame.Size - before);
    }
}
