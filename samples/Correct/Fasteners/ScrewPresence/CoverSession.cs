using ProcVision;

namespace Fasteners.Screws;

[Session]
public readonly ref partial struct CoverSession
{
    public partial Rect? Cover { get; set; }
}
