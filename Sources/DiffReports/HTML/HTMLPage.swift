/// What all pages share.
enum HTMLPage {
  static let style = """
    :root{color-scheme:light dark;--bg:#fff;--fg:#1d1d1f;--dim:#6e6e73;--line:#d2d2d7;--red:#c4162a;--amber:#9a6700;--green:#1a7f37;--code:#f5f5f7}
    @media (prefers-color-scheme:dark){:root{--bg:#161617;--fg:#f5f5f7;--dim:#a1a1a6;--line:#424245;--red:#ff6b6b;--amber:#e3b341;--green:#56d364;--code:#232326}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:72rem;padding:1rem;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
    h1{font-size:1.6rem;margin:.5rem 0}
    h2{font-size:1.05rem;margin:0 0 .5rem;font-weight:600;overflow-wrap:anywhere}
    code,pre{font:.9em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
    .versions,.rule,figcaption{color:var(--dim);overflow-wrap:anywhere}
    .axes{display:grid;grid-template-columns:repeat(4,1fr);gap:.5rem;margin:1rem 0}
    .axes div{border:1px solid var(--line);border-radius:.6rem;padding:.5rem .75rem}
    .axes .version{grid-column:1/-1}
    .axes dt{color:var(--dim);font-size:.85rem}.axes dd{margin:0;font-weight:600}
    .axes .breaks dd,li.breaks b,article.breaks .level{color:var(--red)}
    .axes .may-break dd,li.may-break b,article.may-break .level{color:var(--amber)}
    article.additive .level{color:var(--green)}article.none .level{color:var(--dim)}
    form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;position:sticky;top:0;background:var(--bg);padding:.5rem 0;border-bottom:1px solid var(--line);z-index:1}
    label{display:grid;font-size:.8rem;color:var(--dim)}
    select,input{font:inherit;font-size:1rem;height:2.3rem;padding:0 .5rem;max-width:100%;border:1px solid var(--line);border-radius:.4rem;background:var(--code);color:var(--fg)}
    article{border:1px solid var(--line);border-radius:.6rem;padding:.75rem 1rem;margin:1rem 0;scroll-margin-top:5rem}
    article:target{outline:2px solid var(--amber)}
    article ul{margin:.25rem 0;padding-left:1.2rem}article p{margin:.35rem 0}
    .level{font-size:.75rem;text-transform:uppercase;letter-spacing:.04em;margin-right:.25rem}
    .change{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
    .swift{overflow-x:auto}.swift table{border-collapse:collapse;font:.85em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
    .swift th{text-align:left;font-weight:600;padding:.15rem 1rem .15rem 0;vertical-align:top}.swift td{padding:.15rem 0;color:var(--dim)}
    @media (max-width:45rem){.swift table,.swift tbody,.swift tr,.swift th,.swift td{display:block;overflow-wrap:anywhere}.swift td{padding-left:1rem}}
    summary{cursor:pointer;color:var(--dim);padding:.2rem 0}
    .sides{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}
    @media (max-width:45rem){.axes{grid-template-columns:1fr 1fr}.sides{grid-template-columns:1fr}form{position:static;display:grid;grid-template-columns:1fr 1fr;align-items:end}form select,form input{width:100%;min-width:0}}
    figure{margin:0;min-width:0}pre{margin:.25rem 0;padding:.5rem;overflow-x:auto;background:var(--code);border-radius:.4rem}
    pre span{display:inline-block;min-width:100%}pre .marked{background:color-mix(in srgb,var(--amber) 18%,transparent)}
    pre i{display:inline-block;width:3.5em;padding-right:1em;text-align:right;color:var(--dim);font-style:normal;user-select:none}
    a{color:inherit}footer{color:var(--dim);margin-top:2rem;overflow-wrap:anywhere}
    @media print{form{display:none}}
    """

  static let script = """
    const form=document.getElementById('filters'),articles=[...document.querySelectorAll('article')];
    function apply(){
      const {axis,level,tag,text}=Object.fromEntries(new FormData(form)),words=text.trim().toLowerCase();
      let shown=0;
      for(const article of articles){
        const data=article.dataset,found=axis?data[axis]:data.level;
        const visible=(!axis||(found&&found!=='none'))&&(!level||found===level)
          &&(!tag||data.tags.split('\\n').includes(tag))&&(!words||article.textContent.toLowerCase().includes(words));
        article.hidden=!visible;
        if(visible)shown++;
      }
      document.getElementById('count').textContent=shown+' of '+articles.length;
      document.getElementById('nothing').hidden=shown>0||articles.length===0;
    }
    form.addEventListener('input',apply);
    form.addEventListener('submit',event=>event.preventDefault());
    apply();
    """
}
