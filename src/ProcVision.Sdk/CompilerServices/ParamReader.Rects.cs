using ProcVision.Parameters;
using ProcVision.Protocol;

namespace ProcVision.CompilerServices;

public ref partial struct ParamReader
{
    /// <summary>
    /// Stands in for a required rectangle that was not given and has no default: the whole picture in a call of the execute-only profile, where one
    /// is looked at. In any other call it is noted as missing.
    /// </summary>
    public Rect MissingRect(string key)
    {
        if (TakesProposals && WholeImage is { } whole)
        {
            return whole;
        }

        Missing(key);
        return default;
    }

    /// <summary>
    /// The current value as a rectangle (C11): an object with the integers <c>x</c>, <c>y</c>, <c>width</c> and <c>height</c>, other keys of it ignored, or
    /// the text <c>"x,y,width,height"</c>. Whether it lies in the picture is another question (<see cref="RectCheck"/>).
    /// </summary>
    public Rect Rect()
    {
        switch (Value().Kind)
        {
            case JsonKind.Object:
                if (!RectJson.TryParse(Raw(), out var rect, out var problem))
                {
                    Wrong($"参数 {KeyText()} 不是矩形: {problem}");
                }

                return rect;
            case JsonKind.String:
                if (!RectText.TryParse(_value.IsEscaped ? Unescaped() : _value.Inner(_json), out rect))
                {
                    Wrong($"参数 {KeyText()} 不是矩形: {JsonText.Shorten(Raw())}（应为 \"x,y,width,height\"）");
                }

                return rect;
            default:
                WrongType("矩形（应为 {x, y, width, height} 对象或 \"x,y,width,height\"）");
                return default;
        }
    }
}
