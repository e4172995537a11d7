using System.Text;
using ProcVision.Protocol;

namespace ProcVision.Fuzz.Frames;

/// <summary>The product's parser and writer on one body, held against the model.</summary>
internal sealed class ParserCheck : IDisposable
{
    private readonly MessageParser _parser = new();
    private readonly FrameWriter _writer = new(TimeProvider.System);

    /// <summary>Parses and answers.</summary>
    /// <returns>How the product and the model differ; null when they agree.</returns>
    internal string? Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Compare(body);
        }
        catch (Exception exception)
        {
            return $"failed: {exception}";
        }
    }

    public void Dispose() => _writer.Dispose();

    private string? Compare(ReadOnlyMemory<byte> body)
    {
        var model = FrameModel.Read(body);
        var isMessage = _parser.TryParse(body.Span, out var message, out var problem);
        if (isMessage != model.IsMessage)
        {
            return $"{(isMessage ? "accepted" : $"refused with '{problem.Message}'")}; the model does not";
        }

        var expected = Written(model);
        var actual = isMessage ? Written(message) : $"refused, id {Text(problem.RequestId)}, {problem.Code}";
        if (actual != expected)
        {
            return $"was read as\n  {actual}\nand the model reads\n  {expected}";
        }

        if (isMessage && Inside(message, model) is { } inside)
        {
            return inside;
        }

        var frame = !isMessage ? _writer.Error(problem)
            : message.Problem.Exists ? _writer.Refuse(message)
            : message.Type == MessageType.Call ? _writer.Done(message.RequestId, message.Phase, message.Step)
            : _writer.Pong(message.RequestId);
        var echoed = Answer.Read(frame[FrameLimits.Header..].ToArray()).RequestId;
        var id = model.RequestId.Length == 0 ? "null" : model.RequestId;
        return echoed != id ? $"was answered with the id {echoed}, not {id}"
            : frame.Length > FrameLimits.Header + FrameLimits.Body ? $"was answered with {frame.Length} bytes"
            : null;
    }

    /// <summary>The two parts of a call that are read later, by whoever needs them.</summary>
    private static string? Inside(scoped in IncomingMessage message, FrameModel model)
    {
        var guide = GuideInfo.Read(message.Guide.Info, out _);
        if ((guide is null) != GuideModel.IsRight(model.GuideInfo))
        {
            return $"its guide_info was {(guide is null ? "accepted" : $"refused with '{guide}'")}; the model does not";
        }

        var isContext = message.SessionContext.IsEmpty || SessionContext.TryParse(message.SessionContext, out _, out _);
        return isContext == ScriptedModel.IsContextRight(model.SessionContext) ? null : $"its session.context was {(isContext ? "accepted" : "refused")}; the model does not";
    }

    private static string Written(FrameModel model)
    {
        if (!model.IsMessage)
        {
            return $"refused, id {model.RequestId}, 1000";
        }

        var text = $"{model.Type}, id {model.RequestId}";
        if (model.Type != "call")
        {
            return text;
        }

        if (!model.HasPhase)
        {
            return text + ", 1000";
        }

        var call = $"{text}, {model.Phase}, {(model.FieldsAreRight ? 0 : 1006)}";
        if (model.Phase == "info")
        {
            return call;
        }

        call += $", step {model.Step}";
        return model.Phase is "setup" or "teardown" || !model.FieldsAreRight
            ? call
            : $"{call}, pid {model.Pid}, session {model.SessionId} {StrictJson.Raw(model.SessionContext)} {model.Region?.Name} {model.Region?.Generation ?? 0}, parameters {StrictJson.Raw(model.UserParams)}, "
                + $"image {model.ImageId} {(model.Phase is "pre" or "execute" or "execute-only" ? model.ImageMeta : null)}, deadline {model.DeadlineMs}, "
                + $"guide {model.GuideImageId} {model.GuideImageMeta} {model.Description} {StrictJson.Raw(model.GuideInfo)}";
    }

    private static string Written(scoped in IncomingMessage message)
    {
        var text = $"{Text(message.TypeText)}, id {Text(message.RequestId)}";
        if (message.Type != MessageType.Call)
        {
            return text;
        }

        if (message.Problem.Code == FrameProblem.Protocol)
        {
            return $"{text}, {FrameProblem.Protocol}";
        }

        var phase = message.Phase == CallPhase.ExecuteOnly ? "execute-only" : Text(MessageKeys.Text(message.Phase));
        var call = $"{text}, {phase}, {message.Problem.Code}";
        if (message.Phase == CallPhase.Info)
        {
            return call;
        }

        call += $", step {message.Step}";
        return message.Phase is CallPhase.Setup or CallPhase.Teardown || message.Problem.Exists
            ? call
            : $"{call}, pid {Text(message.Pid)}, session {Text(message.SessionId)} {Text(message.SessionContext)} {Text(message.Region.Name)} {message.Region.Generation}, parameters {Text(message.UserParams)}, "
                + $"image {Text(message.ImageId)} {Meta(message, message.ImageMeta, message.ImageMetaProblem)}, deadline {message.DeadlineMs}, "
                + $"guide {Text(message.Guide.ImageId)} {Meta(message, message.Guide.ImageMeta, message.Guide.ImageMetaProblem)} "
                + $"{Text(message.Guide.Description)} {Text(message.Guide.Info)}";
    }

    private static ImageMeta? Meta(scoped in IncomingMessage message, ImageMeta meta, string? problem) =>
        problem is null && meta != default && message.Phase is CallPhase.Pre or CallPhase.Execute or CallPhase.ExecuteOnly ? meta : null;

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
