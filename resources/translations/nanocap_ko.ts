<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>Access</name>
    <message>
        <source>The PIN could not be changed: %1 cannot be written (%2).</source>
        <translation>PIN을 바꾸지 못했습니다. %1 파일에 쓸 수 없습니다(%2).</translation>
    </message>
    <message>
        <source>A PIN is four to eight digits, 0 to 9.</source>
        <translation>PIN은 0부터 9까지의 숫자 네 자리에서 여덟 자리입니다.</translation>
    </message>
    <message>
        <source>The PIN could not be hashed: 8 MB of memory are needed for a moment.</source>
        <translation>PIN을 처리하지 못했습니다. 잠시 8 MB의 메모리가 필요합니다.</translation>
    </message>
    <message>
        <source>Cancelled. The PIN was not changed.</source>
        <translation>취소했습니다. PIN은 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>The two PINs are not the same. The PIN was not changed.</source>
        <translation>두 PIN이 서로 다릅니다. PIN은 바뀌지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>CaptionText</name>
    <message>
        <source>Looks like</source>
        <translation>이렇게 보입니다</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>아마도</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>확실하지 않음</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1초 전</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1분 전</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1시간 전</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>There is no model &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; 모델이 없습니다.</translation>
    </message>
    <message>
        <source>Known: %1.</source>
        <translation>아는 모델: %1.</translation>
    </message>
    <message>
        <source>The list of models %1 is damaged: %2.</source>
        <translation>모델 목록 %1에 문제가 있습니다: %2.</translation>
    </message>
    <message>
        <source>Correct it, or remove it: the checkpoints beside it are listed without it.</source>
        <translation>목록을 고치거나 지우십시오. 목록이 없어도 옆에 있는 체크포인트는 보입니다.</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <translation>%2번째 바이트에서 %1</translation>
    </message>
    <message>
        <source>it needs &quot;schema&quot;: 1 and a list &quot;models&quot;</source>
        <translation>&quot;schema&quot;: 1과 목록 &quot;models&quot;가 필요함</translation>
    </message>
    <message>
        <source>entry %1 needs an id and a file</source>
        <translation>%1번 항목에 id와 file이 필요함</translation>
    </message>
</context>
<context>
    <name>Checkpoint</name>
    <message>
        <source>Figures in the file differ from its tensors, which are used: %1.</source>
        <translation>파일에 적힌 값이 텐서와 달라 텐서의 값을 씁니다: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 stored blocks (%3) are not used by the model; they cost no memory.</source>
        <translation>저장된 블록 %2개 가운데 %1개(%3)는 모델이 쓰지 않으며 메모리도 들지 않습니다.</translation>
    </message>
    <message>
        <source>The file was saved without checksums (%1 blocks of weights); damage cannot be noticed.</source>
        <translation>체크섬 없이 저장된 파일입니다(가중치 블록 %1개). 손상되어도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 word numbers have no word; captions skip them.</source>
        <translation>단어 번호 %2개 가운데 %1개에 단어가 없어 캡션에서 건너뜁니다.</translation>
    </message>
    <message>
        <source>The word list has no %1.</source>
        <translation>단어 목록에 %1 항목이 없습니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; in model_state_dict is itself a dictionary (%2). Save one state dict whose names begin with &apos;%1.&apos;.</source>
        <translation>model_state_dict의 &apos;%1&apos; 항목은 그 자체가 사전(%2)입니다. 이름이 &apos;%1.&apos; 글자로 시작하는 상태 사전 하나로 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file has no tensors in &apos;%1&apos; (%2). Save model.state_dict() under this name.</source>
        <translation>모델 파일의 &apos;%1&apos; 항목에 텐서가 없습니다(%2). model.state_dict()의 결과를 이 이름으로 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file lacks &apos;%1&apos;: it is a bare state dict (%2). Save a dictionary with %1, word_map and vocab_size.</source>
        <translation>모델 파일에 &apos;%1&apos; 항목이 없습니다. 상태 사전만 들어 있습니다(%2). %1, word_map, vocab_size가 있는 사전으로 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file lacks &apos;%1&apos;; it has tensors under &apos;%2&apos;. Save them as &apos;%1&apos;, beside word_map and vocab_size.</source>
        <translation>모델 파일에 &apos;%1&apos; 항목이 없고 텐서는 &apos;%2&apos; 아래에 있습니다. word_map, vocab_size와 함께 &apos;%1&apos; 이름으로 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file lacks &apos;%1&apos;; it has %2. Save the checkpoint with this key.</source>
        <translation>모델 파일에 &apos;%1&apos; 항목이 없습니다. 들어 있는 항목: %2. 이 항목을 넣어 체크포인트를 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file lacks &apos;%1&apos;: it holds no dictionary, its type is %2. Save a dictionary with %1, word_map and vocab_size.</source>
        <translation>모델 파일에 &apos;%1&apos; 항목이 없습니다. 사전이 아니라 %2 형식의 값이 들어 있습니다. %1, word_map, vocab_size가 있는 사전으로 저장하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a text file (XML: &apos;%2&apos;), not a model. Download or copy it again.</source>
        <translation>&apos;%1&apos; 파일은 모델이 아니라 텍스트(XML: &apos;%2&apos;)입니다. 다시 내려받거나 복사하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a JSON text, not a model. Choose the file with the weights that torch.save wrote.</source>
        <translation>&apos;%1&apos; 파일은 모델이 아니라 JSON 텍스트입니다. torch.save로 저장한 가중치 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a text file (&apos;%2&apos;), not a model. Download or copy the model again.</source>
        <translation>&apos;%1&apos; 파일은 모델이 아니라 텍스트(&apos;%2&apos;)입니다. 모델을 다시 내려받거나 복사하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a file of the kind %2, not a PyTorch checkpoint. Choose the .pth file that torch.save wrote.</source>
        <translation>&apos;%1&apos; 파일은 PyTorch 체크포인트가 아니라 %2 형식입니다. torch.save로 저장한 .pth 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a safetensors file: it has weights but no word list. Choose the .pth file that torch.save wrote.</source>
        <translation>&apos;%1&apos; 파일은 safetensors 형식이라 가중치만 있고 단어 목록이 없습니다. torch.save로 저장한 .pth 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is an ONNX model, not a PyTorch checkpoint. Choose the .pth file it was made from.</source>
        <translation>&apos;%1&apos; 파일은 PyTorch 체크포인트가 아니라 ONNX 모델입니다. 원래의 .pth 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a %2 archive. Unpack it and choose the .pth file inside.</source>
        <translation>&apos;%1&apos; 파일은 %2 압축 파일입니다. 압축을 풀고 그 안의 .pth 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is %2, not a PyTorch model. Choose a file that torch.save wrote.</source>
        <translation>&apos;%1&apos; 파일은 PyTorch 모델이 아닙니다(%2). torch.save로 저장한 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was written by pickle, not by torch.save. Load it in Python and save it again with torch.save.</source>
        <translation>&apos;%1&apos; 파일은 torch.save가 아니라 pickle로 저장되었습니다. Python에서 읽은 뒤 torch.save로 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; begins with zeros only: it was not copied to its end. Copy it again.</source>
        <translation>&apos;%1&apos; 파일의 앞부분이 모두 0입니다. 복사가 끝나지 않았습니다. 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a web page (HTML), not a model: the download gave the page instead of the file. Download it again with the link to the file itself.</source>
        <translation>&apos;%1&apos; 파일은 모델이 아니라 웹 페이지(HTML)입니다. 파일 대신 페이지가 내려받아졌습니다. 파일 자체의 링크로 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is the folder of an unpacked checkpoint. Use the original .pth file, or pack the folder &apos;%2&apos; again without compression (zip -0 -r model.pth &apos;%2&apos;).</source>
        <translation>&apos;%1&apos; 항목은 압축을 푼 체크포인트의 폴더입니다. 원래의 .pth 파일을 쓰거나 &apos;%2&apos; 폴더를 압축 없이 다시 묶으십시오(zip -0 -r model.pth &apos;%2&apos;).</translation>
    </message>
    <message>
        <source>The model file holds &apos;%1&apos;, a class or function this program does not know and does not run. Save a dictionary with model_state_dict (model.state_dict()), word_map and vocab_size.</source>
        <translation>모델 파일에 이 프로그램이 모르고 실행하지도 않는 클래스나 함수 &apos;%1&apos; 항목이 있습니다. model_state_dict(model.state_dict()), word_map, vocab_size가 있는 사전으로 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file holds something under &apos;%2&apos; that Python looks up with &apos;%1&apos;, such as a member of an enumeration; this program runs nothing. Save its plain value instead.</source>
        <translation>모델 파일의 &apos;%2&apos; 아래에 열거형 값처럼 Python이 &apos;%1&apos; 함수로 찾는 값이 있습니다. 이 프로그램은 아무것도 실행하지 않습니다. 단순한 값으로 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file holds &apos;%1&apos; under &apos;%2&apos;, a class or function this program does not know and does not run. Save the checkpoint again without it, or with plain numbers, texts, lists and dictionaries in its place.</source>
        <translation>모델 파일의 &apos;%2&apos; 아래에 이 프로그램이 모르고 실행하지도 않는 클래스나 함수 &apos;%1&apos; 항목이 있습니다. 그것을 빼거나 단순한 숫자, 글, 목록, 사전으로 바꾸어 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>The model has &apos;%1&apos; twice under different wrapper words (&apos;%2&apos; is one). Save the state dict of the model itself.</source>
        <translation>모델에 &apos;%1&apos; 항목이 서로 다른 포장 이름으로 두 번 들어 있습니다(하나는 &apos;%2&apos;). 모델 자체의 상태 사전을 저장하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; contain a negative variance, which no training gives. Copy the model again, or use an earlier checkpoint.</source>
        <translation>&apos;%1&apos; 가중치에 음수인 분산이 있습니다. 학습으로는 나올 수 없는 값입니다. 모델을 다시 복사하거나 이전 체크포인트를 쓰십시오.</translation>
    </message>
    <message>
        <source>The model file has no dictionary under &apos;%1&apos; (its type is %2). Save one from each word to its number.</source>
        <translation>모델 파일의 &apos;%1&apos; 항목이 사전이 아닙니다(형식 %2). 단어마다 번호가 있는 사전을 저장하십시오.</translation>
    </message>
    <message>
        <source>The word list is a %1, not a plain dictionary; its figures were taken as the numbers of the words.</source>
        <translation>단어 목록이 보통 사전이 아니라 %1 형식입니다. 그 수를 단어의 번호로 읽었습니다.</translation>
    </message>
    <message>
        <source>The numbers in rev_word_map became texts (JSON does that); they were read as numbers.</source>
        <translation>rev_word_map의 번호가 글로 바뀌어 있어(JSON을 거치면 그렇게 됩니다) 숫자로 읽었습니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a tar archive (&apos;%2&apos; is in it). Unpack it and choose the .pth file inside; a model of PyTorch 0.1 must be saved again with 1.6 or newer.</source>
        <translation>&apos;%1&apos; 파일은 tar 묶음입니다(&apos;%2&apos; 들어 있음). 풀어서 그 안의 .pth 파일을 고르십시오. PyTorch 0.1의 모델이면 1.6 이상에서 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a ZIP archive with &apos;%2&apos; inside. Unpack it and choose that file.</source>
        <translation>&apos;%1&apos; 파일은 ZIP 파일이고 그 안에 &apos;%2&apos; 파일이 있습니다. 압축을 풀고 그 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a ZIP archive of something else (&apos;%2&apos; is in it), not a PyTorch model. Choose a file that torch.save wrote.</source>
        <translation>&apos;%1&apos; 파일은 PyTorch 모델이 아닌 다른 ZIP 파일입니다(&apos;%2&apos; 들어 있음). torch.save로 저장한 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; was packed again without its folder. Use the original file, or pack the folder that data.pkl lies in, not its contents (zip -0 -r model.pth FOLDER).</source>
        <translation>모델 파일 &apos;%1&apos; 안에 폴더 없이 내용만 다시 묶여 있습니다. 원래 파일을 쓰거나, 내용이 아니라 data.pkl이 있는 폴더를 묶으십시오(zip -0 -r model.pth 폴더).</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; has &apos;%2&apos; outside the folder of the checkpoint and was refused. Use the original file, or pack that folder alone.</source>
        <translation>모델 파일 &apos;%1&apos; 안의 &apos;%2&apos; 항목이 체크포인트 폴더 밖에 있어 거부했습니다. 원래 파일을 쓰거나 그 폴더만 묶으십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; has the checkpoint in a folder inside another one (&apos;%2&apos;). Unpack it and pack that folder alone (zip -0 -r).</source>
        <translation>모델 파일 &apos;%1&apos; 안의 체크포인트가 다른 폴더 속 폴더(&apos;%2&apos;)에 있습니다. 풀어서 그 폴더만 묶으십시오(zip -0 -r).</translation>
    </message>
    <message>
        <source>The names in the file begin with &apos;%1&apos; (&apos;%2&apos;); this captioner needs &apos;%3&apos;. Strip the prefix &apos;%1&apos; from the names and save the file again.</source>
        <translation>파일의 이름들이 &apos;%1&apos; 글자로 시작합니다(&apos;%2&apos;). 이 캡션 모델에는 &apos;%3&apos; 텐서가 필요합니다. 이름에서 앞부분 &apos;%1&apos; 글자를 지우고 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>The names in the file lack &apos;%1&apos; (&apos;%2&apos;); this captioner needs &apos;%3&apos;. Put &apos;%1&apos; in front of the names and save the file again.</source>
        <translation>파일의 이름들에 &apos;%1&apos; 부분이 없습니다(&apos;%2&apos;). 이 캡션 모델에는 &apos;%3&apos; 텐서가 필요합니다. 이름 앞에 &apos;%1&apos; 글자를 붙이고 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>The file has &apos;%2&apos; where this captioner needs &apos;%3&apos;. Replace &apos;%1&apos; by &apos;%4&apos; in the names and save the file again.</source>
        <translation>이 캡션 모델에 필요한 &apos;%3&apos; 자리에 파일에는 &apos;%2&apos; 텐서가 있습니다. 이름의 &apos;%1&apos; 부분을 &apos;%4&apos; 글자로 바꾸고 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing; the file has &apos;%2&apos; instead, which spectral_norm leaves. Call torch.nn.utils.remove_spectral_norm(module, &apos;%3&apos;) before saving.</source>
        <translation>&apos;%1&apos; 텐서가 없고 그 자리에 spectral_norm이 남긴 &apos;%2&apos; 텐서가 있습니다. 저장하기 전에 torch.nn.utils.remove_spectral_norm(module, &apos;%3&apos;)을 호출하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing; the file has &apos;%2&apos; instead, which torch.nn.utils.prune leaves. Call prune.remove(module, &apos;%3&apos;) before saving.</source>
        <translation>&apos;%1&apos; 텐서가 없고 그 자리에 torch.nn.utils.prune이 남긴 &apos;%2&apos; 텐서가 있습니다. 저장하기 전에 prune.remove(module, &apos;%3&apos;)을 호출하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing; the file has &apos;%2&apos; instead, which weight_norm leaves. Call torch.nn.utils.remove_weight_norm(module, &apos;%3&apos;) before saving.</source>
        <translation>&apos;%1&apos; 텐서가 없고 그 자리에 weight_norm이 남긴 &apos;%2&apos; 텐서가 있습니다. 저장하기 전에 torch.nn.utils.remove_weight_norm(module, &apos;%3&apos;)을 호출하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing; the file has &apos;%2&apos; instead, which is of a whole layer (nn.GRU). This captioner needs a cell (nn.GRUCell).</source>
        <translation>&apos;%1&apos; 텐서가 없고 그 자리에 층 전체(nn.GRU)의 &apos;%2&apos; 텐서가 있습니다. 이 캡션 모델에는 셀(nn.GRUCell)이 필요합니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing; the file has &apos;%2&apos; instead, which torch.nn.utils.parametrize leaves. Call parametrize.remove_parametrizations(module, &apos;%3&apos;) before saving.</source>
        <translation>&apos;%1&apos; 텐서가 없고 그 자리에 torch.nn.utils.parametrize가 남긴 &apos;%2&apos; 텐서가 있습니다. 저장하기 전에 parametrize.remove_parametrizations(module, &apos;%3&apos;)을 호출하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing; the file has &apos;%2&apos; instead, which an adapter such as LoRA leaves. Merge the adapters into the weights before saving.</source>
        <translation>&apos;%1&apos; 텐서가 없고 그 자리에 LoRA 같은 어댑터가 남긴 &apos;%2&apos; 텐서가 있습니다. 저장하기 전에 어댑터를 가중치에 합치십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing; the file has &apos;%2&apos;, which this captioner does not need. Is it the same under another name? Then rename it and save the file again.</source>
        <translation>&apos;%1&apos; 텐서가 없고, 이 캡션 모델에 필요 없는 &apos;%2&apos; 텐서가 파일에 있습니다. 이름만 다른 같은 텐서이면 이름을 바꾸고 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing; the file has %2 instead. Choose a checkpoint of this captioner.</source>
        <translation>&apos;%1&apos; 텐서가 없습니다. 파일에 있는 것: %2. 이 캡션 모델의 체크포인트를 고르십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is %2, this captioner needs %3.</source>
        <translation>&apos;%1&apos; 텐서는 %2이고, 이 캡션 모델에는 %3 형태가 필요합니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing, this captioner needs %2.</source>
        <translation>&apos;%1&apos; 텐서가 없습니다. 이 캡션 모델에는 %2 형태가 필요합니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing.</source>
        <translation>&apos;%1&apos; 텐서가 없습니다.</translation>
    </message>
    <message>
        <source>%1 tensors are missing or have another shape in all.</source>
        <translation>텐서 %1개가 없거나 형태가 다릅니다.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; cannot be opened (%2). Check that it is a file and that you may read it.</source>
        <translation>모델 파일 &apos;%1&apos;: 열 수 없습니다(%2). 파일이 맞는지, 읽을 권한이 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; is empty: copying it did not finish. Copy it again.</source>
        <translation>모델 파일 &apos;%1&apos;: 비어 있습니다. 복사가 끝나지 않았으니 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a PyTorch .pth model. Choose a file that torch.save wrote.</source>
        <translation>&apos;%1&apos;: PyTorch .pth 모델이 아닙니다. torch.save가 쓴 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; was saved by a very old PyTorch; save it again with 1.6 or newer.</source>
        <translation>모델 &apos;%1&apos;: 아주 오래된 PyTorch로 저장되었습니다. 1.6 이상으로 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a TorchScript program, not a training checkpoint. Choose the file torch.save wrote.</source>
        <translation>&apos;%1&apos;: 학습 체크포인트가 아니라 TorchScript 프로그램입니다. torch.save가 쓴 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; is incomplete: its end, where the directory stands, is missing. If it is still being copied, wait; else copy it again.</source>
        <translation>모델 파일 &apos;%1&apos;: 목록이 있는 끝부분이 없어 온전하지 않습니다. 아직 복사 중이면 기다리고, 아니면 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; is too large for this program (%2). Choose a smaller model.</source>
        <translation>모델 파일 &apos;%1&apos;: 이 프로그램에는 너무 큽니다(%2). 더 작은 모델을 고르십시오.</translation>
    </message>
    <message>
        <source>Reading the model &apos;%1&apos; failed (%2). Check the card or disk it is on and copy it again.</source>
        <translation>모델 &apos;%1&apos;: 읽지 못했습니다(%2). 파일이 있는 카드나 디스크를 확인하고 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; changed while it was being read. Wait until it is copied, then load it again; replace models by renaming, never by overwriting.</source>
        <translation>모델 파일 &apos;%1&apos;: 읽는 동안 바뀌었습니다. 복사가 끝난 뒤 다시 불러오십시오. 모델은 덮어쓰지 말고 이름을 바꾸어 교체하십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; is damaged (archive). Copy it again.</source>
        <translation>모델 파일 &apos;%1&apos;: 보관 형식이 손상되었습니다. 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; contains suspicious entries, with names that torch.save never writes, and was refused. Get it from a source you trust.</source>
        <translation>모델 파일 &apos;%1&apos;: torch.save가 쓰지 않는 이름의 의심스러운 항목이 있어 거부했습니다. 믿을 수 있는 곳에서 받으십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; contains suspicious entries, the same one twice, and was refused. Get it from a source you trust.</source>
        <translation>모델 파일 &apos;%1&apos;: 같은 항목이 두 번 있는 의심스러운 파일이라 거부했습니다. 믿을 수 있는 곳에서 받으십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; is encrypted. Use a copy without a password.</source>
        <translation>모델 파일 &apos;%1&apos;: 암호화되어 있습니다. 암호 없는 사본을 쓰십시오.</translation>
    </message>
    <message>
        <source>The model file is damaged (checksum of &apos;%1&apos;): bytes changed after it was saved, as a storage card that is wearing out does too. Copy it again.</source>
        <translation>모델 파일이 손상되었습니다(&apos;%1&apos;의 체크섬). 저장한 뒤 바이트가 바뀌었으며, 낡은 저장 카드에서도 이런 일이 생깁니다. 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; was written by an unsupported PyTorch version. Save it again with PyTorch 1.6 to 2.x.</source>
        <translation>모델 &apos;%1&apos;: 지원하지 않는 PyTorch 버전으로 저장되었습니다. PyTorch 1.6~2.x로 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; was saved on an incompatible computer. Save it again on this kind of computer.</source>
        <translation>모델 &apos;%1&apos;: 호환되지 않는 컴퓨터에서 저장되었습니다. 이런 종류의 컴퓨터에서 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; has no contents list. Save the checkpoint again with torch.save.</source>
        <translation>모델 파일 &apos;%1&apos;: 목차가 없습니다. torch.save로 체크포인트를 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>The contents list of the model &apos;%1&apos; is damaged or unsupported. Copy or save it again.</source>
        <translation>모델 &apos;%1&apos;의 목차가 손상되었거나 지원하지 않는 형식입니다. 다시 복사하거나 저장하십시오.</translation>
    </message>
    <message>
        <source>The contents list of the model &apos;%1&apos; is damaged or unsupported. Save it with pickle protocol 2 to 5.</source>
        <translation>모델 &apos;%1&apos;의 목차가 손상되었거나 지원하지 않는 형식입니다. pickle 프로토콜 2~5로 저장하십시오.</translation>
    </message>
    <message>
        <source>The contents list of the model &apos;%1&apos; is too complex and was refused. Save only what the model needs.</source>
        <translation>모델 &apos;%1&apos;의 목차가 너무 복잡해 거부했습니다. 모델에 필요한 것만 저장하십시오.</translation>
    </message>
    <message>
        <source>The contents list of the model &apos;%1&apos; contains itself and was refused. Save only what the model needs.</source>
        <translation>모델 &apos;%1&apos;의 목차가 자기 자신을 담고 있어 거부했습니다. 모델에 필요한 것만 저장하십시오.</translation>
    </message>
    <message>
        <source>The contents list of the model &apos;%1&apos; is too complex and was refused: it has too many tensors. Save only the model&apos;s own.</source>
        <translation>모델 &apos;%1&apos;의 목차가 너무 복잡해 거부했습니다. 텐서가 너무 많으니 모델의 것만 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file tries to run &apos;%1&apos;; refused, nothing was run. Get it from a source you trust, or save the state dict only.</source>
        <translation>모델 파일이 &apos;%1&apos; 실행을 요구해 거부했습니다. 아무것도 실행하지 않았습니다. 믿을 수 있는 곳에서 받거나 state dict만 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file lacks &apos;%1&apos;: it holds no dictionary. Save a dictionary with torch.save.</source>
        <translation>모델 파일에 &apos;%1&apos; 항목이 없습니다. 사전 형식이 아니니 torch.save로 사전을 저장하십시오.</translation>
    </message>
    <message>
        <source>The model file lacks &apos;%1&apos;. Save the checkpoint with this key.</source>
        <translation>모델 파일에 &apos;%1&apos; 항목이 없습니다. 이 키를 넣어 체크포인트를 저장하십시오.</translation>
    </message>
    <message>
        <source>The model defines &apos;%1&apos; twice, so it is not clear which is meant. Save it again.</source>
        <translation>모델에 &apos;%1&apos; 항목이 두 번 있어 어느 것인지 알 수 없습니다. 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; are missing or incomplete: they are listed but not in the file. Copy the model again.</source>
        <translation>&apos;%1&apos;의 가중치가 목록에는 있지만 파일에는 없습니다. 모델을 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; are missing or incomplete: their size is not the one the list states. Copy the model again.</source>
        <translation>&apos;%1&apos;의 가중치가 온전하지 않습니다. 크기가 목록과 다릅니다. 모델을 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; are of an unsupported kind (%2). Save the model again with torch.save.</source>
        <translation>&apos;%1&apos;의 가중치는 지원하지 않는 종류입니다(%2). torch.save로 모델을 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; are of an unsupported kind (%2). Move the model to the CPU before saving it.</source>
        <translation>&apos;%1&apos;의 가중치는 지원하지 않는 종류입니다(%2). 모델을 CPU로 옮긴 뒤 저장하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; are of an unsupported kind (%2). Save the model as float32 or float16.</source>
        <translation>&apos;%1&apos;의 가중치는 지원하지 않는 종류입니다(%2). 모델을 float32나 float16으로 저장하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; are of an unsupported kind (%2). Save plain dense float tensors.</source>
        <translation>&apos;%1&apos;의 가중치는 지원하지 않는 종류입니다(%2). 일반 실수 텐서로 저장하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; are of an unsupported kind (%2). Save model.state_dict() as model_state_dict.</source>
        <translation>&apos;%1&apos;의 가중치는 지원하지 않는 종류입니다(%2). model.state_dict()를 model_state_dict로 저장하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; are inconsistent: their shape is impossible. Save the model again.</source>
        <translation>&apos;%1&apos;의 가중치가 서로 맞지 않습니다. 있을 수 없는 모양입니다. 모델을 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; are inconsistent: they would reach outside their data. Save the model again.</source>
        <translation>&apos;%1&apos;의 가중치가 서로 맞지 않습니다. 데이터 밖을 가리킵니다. 모델을 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; are inconsistent: they overlap themselves. Save them as contiguous tensors.</source>
        <translation>&apos;%1&apos;의 가중치가 서로 맞지 않습니다. 스스로 겹칩니다. 연속된 텐서로 저장하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is %2. Choose a checkpoint of this captioner.</source>
        <translation>&apos;%1&apos;: %2. 이 캡션 모델의 체크포인트를 고르십시오.</translation>
    </message>
    <message>
        <source>Weights of &apos;%1&apos; contain invalid numbers: training went wrong or the file is damaged. Use an earlier checkpoint of the training.</source>
        <translation>&apos;%1&apos;의 가중치에 잘못된 수가 있습니다. 학습이 잘못되었거나 파일이 손상되었습니다. 학습의 이전 체크포인트를 쓰십시오.</translation>
    </message>
    <message>
        <source>The word list does not match the model (%1). Save word_map, rev_word_map and vocab_size of the same training.</source>
        <translation>단어 목록이 모델과 맞지 않습니다(%1). 같은 학습의 word_map, rev_word_map, vocab_size를 저장하십시오.</translation>
    </message>
    <message>
        <source>Not enough memory to read the model &apos;%1&apos;. Close other programs and load it again.</source>
        <translation>모델 &apos;%1&apos;: 읽을 메모리가 부족합니다. 다른 프로그램을 닫고 다시 불러오십시오.</translation>
    </message>
    <message>
        <source>Reading the model &apos;%1&apos; was cancelled.</source>
        <translation>모델 &apos;%1&apos;: 읽기를 취소했습니다.</translation>
    </message>
    <message>
        <source>Reading the model &apos;%1&apos; stopped at an error of this program. Please report it with the file.</source>
        <translation>모델 &apos;%1&apos;: 이 프로그램의 오류로 읽기를 멈췄습니다. 파일과 함께 알려 주십시오.</translation>
    </message>
    <message>
        <source>This is a Git LFS pointer, not the model itself: fetch it with git lfs pull.</source>
        <translation>모델이 아니라 Git LFS 포인터입니다. git lfs pull로 모델을 받으십시오.</translation>
    </message>
    <message>
        <source>The word list does not match the model (%1 words, %2 expected).</source>
        <translation>단어 목록이 모델과 맞지 않습니다(단어 %1개, 필요한 수 %2개).</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; was packed again with compression. Use the original file, or unpack it and pack its folder without compression (zip -0 -r).</source>
        <translation>모델 파일 &apos;%1&apos; 내용이 다시 압축되어 있습니다. 원본 파일을 쓰거나, 풀어서 그 폴더를 압축 없이 다시 묶으십시오(zip -0 -r).</translation>
    </message>
    <message>
        <source>The contents list of the model &apos;%1&apos; uses %2, which this program does not read. Save it again with torch.save and its default protocol.</source>
        <translation>모델 &apos;%1&apos; 내용 목록에 이 프로그램에서 읽지 않는 %2 항목이 있습니다. torch.save의 기본 프로토콜로 다시 저장하십시오.</translation>
    </message>
</context>
<context>
    <name>CommonText</name>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>안정</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>바쁨</translation>
    </message>
    <message>
        <source>thrashing</source>
        <translation>과부하</translation>
    </message>
    <message>
        <source>FITS</source>
        <translation>적합</translation>
    </message>
    <message>
        <source>TIGHT</source>
        <translation>빠듯함</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>부족</translation>
    </message>
    <message>
        <source>UNKNOWN</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>BAD FILE</source>
        <translation>손상된 파일</translation>
    </message>
    <message>
        <source>QUARANTINE</source>
        <translation>격리됨</translation>
    </message>
    <message>
        <source>MEASURING</source>
        <translation>측정 중</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Memory floor</source>
        <translation>메모리 하한</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>스왑</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>메모리 제한</translation>
    </message>
    <message>
        <source>Overcommit</source>
        <translation>오버커밋</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>메모리 압박</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>데스크톱</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>온도</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>Mathematics</source>
        <translation>수학 라이브러리</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>동작 기록</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>글꼴</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>음성</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>%1, %2: %3, peak %4, %5</source>
        <translation>%1, %2: %3, 최대 %4, %5</translation>
    </message>
    <message>
        <source>, %1 ms per word</source>
        <translation>, 단어당 %1 ms</translation>
    </message>
    <message>
        <source>the program died while it was in use</source>
        <translation>사용 중에 프로그램이 종료되었습니다</translation>
    </message>
    <message>
        <source>the program died in row %1</source>
        <translation>%1 단계에서 프로그램이 종료되었습니다</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of this language</comment>
        <extracomment>The code of the language of this translation: &quot;ko&quot; in the Korean one.</extracomment>
        <translation>ko</translation>
    </message>
    <message>
        <source>, then died: %1</source>
        <translation>, 그 뒤 종료됨: %1</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>실패</translation>
    </message>
</context>
<context>
    <name>ConfidenceSheet</name>
    <message>
        <source>How sure is the model?</source>
        <translation>모델은 얼마나 확신하나요?</translation>
    </message>
    <message>
        <source>Tap a word to see where in the picture the model looked for it. Sure is not the same as right.</source>
        <translation>낱말을 누르면 모델이 그림의 어디를 보고 그 말을 골랐는지 보여 줍니다. 확신한다고 해서 꼭 맞는 것은 아닙니다.</translation>
    </message>
    <message>
        <source>70 % or more a word</source>
        <translation>낱말마다 70 % 이상</translation>
    </message>
    <message>
        <source>37 to 70 %</source>
        <translation>37~70 %</translation>
    </message>
    <message>
        <source>less than 37 %</source>
        <translation>37 % 미만</translation>
    </message>
    <message>
        <source>no line</source>
        <translation>밑줄 없음</translation>
    </message>
    <message>
        <source>75 % or more</source>
        <translation>75 % 이상</translation>
    </message>
    <message>
        <source>broken line</source>
        <translation>끊어진 밑줄</translation>
    </message>
    <message>
        <source>50 to 75 %</source>
        <translation>50~75 %</translation>
    </message>
    <message>
        <source>thick line</source>
        <translation>굵은 밑줄</translation>
    </message>
    <message>
        <source>less than 50 %</source>
        <translation>50 % 미만</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>The Qt platform &quot;%1&quot; is not installed. Install the package qt6-wayland, or unset QT_QPA_PLATFORM.</source>
        <translation>Qt 플랫폼 &quot;%1&quot; 플러그인이 설치되어 있지 않습니다. qt6-wayland 패키지를 설치하거나 QT_QPA_PLATFORM 설정을 지우십시오.</translation>
    </message>
    <message>
        <source>The Qt platform &quot;%1&quot; is not installed. Unset QT_QPA_PLATFORM, or install the package that has it (qt6-qpa-plugins).</source>
        <translation>Qt 플랫폼 &quot;%1&quot; 플러그인이 설치되어 있지 않습니다. QT_QPA_PLATFORM 설정을 지우거나 해당 패키지(qt6-qpa-plugins)를 설치하십시오.</translation>
    </message>
    <message>
        <source>There is no framebuffer to draw on (/dev/fb0). Connect a screen, add this user to the group video, or start Nanocap on a desktop.</source>
        <translation>그림을 그릴 프레임버퍼(/dev/fb0)가 없습니다. 화면을 연결하거나, 이 사용자를 video 그룹에 넣거나, 데스크톱에서 Nanocap을 시작하십시오.</translation>
    </message>
    <message>
        <source>There is no graphics device that eglfs can use (/dev/dri). Connect a screen, add this user to the groups video and render, or start Nanocap on a desktop.</source>
        <translation>eglfs에서 쓸 수 있는 그래픽 장치(/dev/dri)가 없습니다. 화면을 연결하거나, 이 사용자를 video와 render 그룹에 넣거나, 데스크톱에서 Nanocap을 시작하십시오.</translation>
    </message>
    <message>
        <source>Qt&apos;s VNC server could not be started. Choose another port (QT_QPA_PLATFORM=vnc:port=5901) or start Nanocap on a desktop.</source>
        <translation>Qt의 VNC 서버를 시작할 수 없습니다. 다른 포트를 고르거나(QT_QPA_PLATFORM=vnc:port=5901) 데스크톱에서 Nanocap을 시작하십시오.</translation>
    </message>
    <message>
        <source>The display &quot;%1&quot; does not answer. Start Nanocap on the desktop itself, name the display that is there (DISPLAY or WAYLAND_DISPLAY), or use nanocapctl in a terminal.</source>
        <translation>디스플레이 &quot;%1&quot;에서 응답이 없습니다. 데스크톱에서 직접 Nanocap을 시작하거나, 실제로 있는 디스플레이를 지정하거나(DISPLAY 또는 WAYLAND_DISPLAY), 터미널에서 nanocapctl을 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>The engine was not tried.</source>
        <translation>엔진을 시험하지 않았습니다.</translation>
    </message>
    <message>
        <source>A library uses instructions this processor does not have: use your distribution&apos;s libtorch, on a Jetson Nano with OPENBLAS_CORETYPE=ARMV8.</source>
        <translation>이 프로세서에 없는 명령을 쓰는 라이브러리가 있습니다. 배포판의 libtorch를 쓰고, Jetson Nano에서는 OPENBLAS_CORETYPE=ARMV8을 지정하십시오.</translation>
    </message>
    <message>
        <source>The engine starts, loads libtorch and computes.</source>
        <translation>엔진이 시작되고 libtorch를 불러와 계산합니다.</translation>
    </message>
    <message>
        <source>OpenBLAS mistakes this processor for a newer one and may stop with SIGILL. Start the engine with OPENBLAS_CORETYPE=ARMV8.</source>
        <translation>OpenBLAS가 이 프로세서를 더 새로운 것으로 잘못 알아 SIGILL로 멈출 수 있습니다. OPENBLAS_CORETYPE=ARMV8로 엔진을 시작하십시오.</translation>
    </message>
    <message>
        <source>Cameras could not be looked for.</source>
        <translation>카메라를 찾아볼 수 없었습니다.</translation>
    </message>
    <message>
        <source>No camera was found; the built-in cards are shown. Plug one in; its user must be in the group video.</source>
        <translation>카메라가 없어 내장 카드를 보여 줍니다. 카메라를 연결하십시오. 사용자는 video 그룹에 있어야 합니다.</translation>
    </message>
    <message>
        <source>A camera is there.</source>
        <translation>카메라가 있습니다.</translation>
    </message>
    <message>
        <source>The free space in %1 cannot be read. Check that the folder exists.</source>
        <translation>%1의 남은 공간을 읽을 수 없습니다. 폴더가 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The disk is full in %1: nothing can be recorded or remembered. Delete files.</source>
        <translation>%1의 디스크가 가득 차 아무것도 기록할 수 없습니다. 파일을 지우십시오.</translation>
    </message>
    <message>
        <source>Little space is left in %1. Delete files before adding models.</source>
        <translation>%1에 남은 공간이 적습니다. 모델을 추가하기 전에 파일을 지우십시오.</translation>
    </message>
    <message>
        <source>Room enough in %1.</source>
        <translation>%1에 공간이 충분합니다.</translation>
    </message>
    <message>
        <source>What happened before an end can be read after it.</source>
        <translation>종료 직전에 일어난 일을 나중에 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Nanocap works, but an unexpected end will not be explained. Make %1 writable, or set NANOCAP_STATE_DIR.</source>
        <translation>Nanocap은 작동하지만 예기치 않은 종료의 까닭을 설명할 수 없습니다. %1에 쓸 수 있게 하거나 NANOCAP_STATE_DIR을 지정하십시오.</translation>
    </message>
    <message>
        <source>Whether Korean text can be shown was not tried.</source>
        <translation>한글을 표시할 수 있는지 시험하지 않았습니다.</translation>
    </message>
    <message>
        <source>Korean text would show as boxes. Install fonts-nanum.</source>
        <translation>한글이 네모로 보입니다. fonts-nanum을 설치하십시오.</translation>
    </message>
    <message>
        <source>English and Korean text can be shown.</source>
        <translation>영어와 한글을 모두 표시할 수 있습니다.</translation>
    </message>
    <message>
        <source>Whether captions can be spoken was not tried.</source>
        <translation>캡션을 읽어 줄 수 있는지 시험하지 않았습니다.</translation>
    </message>
    <message>
        <source>Captions cannot be spoken. Install speech-dispatcher with espeak-ng.</source>
        <translation>캡션을 읽어 줄 수 없습니다. speech-dispatcher와 espeak-ng를 설치하십시오.</translation>
    </message>
    <message>
        <source>Captions can be spoken.</source>
        <translation>캡션을 읽어 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>Models were not looked for.</source>
        <translation>모델을 찾아보지 않았습니다.</translation>
    </message>
    <message>
        <source>No model can be loaded. Put a checkpoint into ~/.local/share/nanocap/models, or name a folder with --models.</source>
        <translation>불러올 수 있는 모델이 없습니다. 체크포인트를 ~/.local/share/nanocap/models에 넣거나 --models로 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 more cannot be used. %2</source>
        <translation>쓸 수 없는 모델이 %1개 더 있습니다. %2</translation>
    </message>
    <message>
        <source>All models found can be read.</source>
        <translation>찾은 모델을 모두 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>How much memory is available cannot be read. Mount /proc, or load with --min-available auto.</source>
        <translation>사용할 수 있는 메모리를 읽을 수 없습니다. /proc를 마운트하거나 --min-available auto로 불러오십시오.</translation>
    </message>
    <message>
        <source>The size of the memory cannot be read; %1 are available. Mount /proc.</source>
        <translation>메모리의 크기를 읽을 수 없습니다. %1를 사용할 수 있습니다. /proc를 마운트하십시오.</translation>
    </message>
    <message>
        <source>%1 are available now.</source>
        <translation>지금 %1를 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>This is an estimate: the kernel has no MemAvailable. Use kernel 3.14 or newer.</source>
        <translation>커널에 MemAvailable이 없어 어림한 값입니다. 커널 3.14 이상을 쓰십시오.</translation>
    </message>
    <message>
        <source>No floor is set: only what a model needs is asked for.</source>
        <translation>하한이 없습니다. 모델에 필요한 만큼만 요구합니다.</translation>
    </message>
    <message>
        <source>Every load will be refused, since the available memory is unknown. Load with --min-available auto.</source>
        <translation>사용할 수 있는 메모리를 알 수 없어 모든 불러오기가 거절됩니다. --min-available auto로 불러오십시오.</translation>
    </message>
    <message>
        <source>The floor can never be met: %1 are all there is. Set a lower minimum, or auto.</source>
        <translation>전체가 %1이므로 하한을 채울 수 없습니다. 하한을 낮추거나 auto로 하십시오.</translation>
    </message>
    <message>
        <source>Loads are refused now: %1 are available, limited by %2. Close other programs, or set a lower minimum, or auto.</source>
        <translation>지금은 불러오기가 거절됩니다. %1를 사용할 수 있으며 %2에 제한됩니다. 다른 프로그램을 닫거나 하한을 낮추거나 auto로 하십시오.</translation>
    </message>
    <message>
        <source>%1 are available: models may be loaded.</source>
        <translation>%1를 사용할 수 있어 모델을 불러올 수 있습니다.</translation>
    </message>
    <message>
        <source>The kernel does not tell its swap. It would not be counted anyway.</source>
        <translation>커널이 스왑을 알려 주지 않습니다. 어차피 세지 않습니다.</translation>
    </message>
    <message>
        <source>No swap. It would not be counted anyway.</source>
        <translation>스왑이 없습니다. 어차피 세지 않습니다.</translation>
    </message>
    <message>
        <source>Compressed memory (zram) is more than half full (%1).</source>
        <translation>압축 메모리(zram)가 절반 넘게 찼습니다(%1).</translation>
    </message>
    <message>
        <source>Swap is more than half full (%1).</source>
        <translation>스왑이 절반 넘게 찼습니다(%1).</translation>
    </message>
    <message>
        <source>This machine is short of memory: close other programs before loading a model.</source>
        <translation>메모리가 부족합니다. 모델을 불러오기 전에 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>Compressed memory (zram) with %1 free; it is shown, never counted.</source>
        <translation>압축 메모리(zram)에 %1가 남았습니다. 보여 주기만 하고 세지 않습니다.</translation>
    </message>
    <message>
        <source>Swap with %1 free; it is shown, never counted.</source>
        <translation>스왑에 %1가 남았습니다. 보여 주기만 하고 세지 않습니다.</translation>
    </message>
    <message>
        <source>No container or service limits the memory of this program.</source>
        <translation>이 프로그램의 메모리를 제한하는 컨테이너나 서비스가 없습니다.</translation>
    </message>
    <message>
        <source>%1 leaves only %2. Raise its limit (%3).</source>
        <translation>%1에 %2만 남았습니다. 그 한도를 올리십시오(%3).</translation>
    </message>
    <message>
        <source>%1 leaves %2.</source>
        <translation>%1에 %2가 남았습니다.</translation>
    </message>
    <message>
        <source>The kernel&apos;s overcommit mode cannot be read; nothing to do.</source>
        <translation>커널의 오버커밋 방식을 읽을 수 없습니다. 할 일은 없습니다.</translation>
    </message>
    <message>
        <source>The kernel refuses memory it could give (vm.overcommit_memory = 2); libtorch reserves much more than it uses. Set vm.overcommit_memory to 0.</source>
        <translation>커널이 줄 수 있는 메모리를 거절합니다(vm.overcommit_memory = 2). libtorch는 쓰는 것보다 훨씬 많이 예약합니다. vm.overcommit_memory를 0으로 하십시오.</translation>
    </message>
    <message>
        <source>Memory is given when it is used, as libtorch expects.</source>
        <translation>libtorch가 기대하는 대로 메모리를 쓸 때 내어 줍니다.</translation>
    </message>
    <message>
        <source>This kernel does not tell how hard memory is pressed; page faults are counted instead. A kernel from 4.20 on with psi=1 tells.</source>
        <translation>이 커널은 메모리 압박을 알려 주지 않아 페이지 폴트를 대신 셉니다. psi=1인 커널 4.20 이상은 알려 줍니다.</translation>
    </message>
    <message>
        <source>Memory is thrashing: everything waits %1 of the time. Close other programs.</source>
        <translation>메모리 스래싱: 모든 작업이 시간의 %1를 기다립니다. 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>Programs wait for memory. Close other programs before loading a model.</source>
        <translation>프로그램들이 메모리를 기다립니다. 모델을 불러오기 전에 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>Memory is calm.</source>
        <translation>메모리에 여유가 있습니다.</translation>
    </message>
    <message>
        <source>The kernel&apos;s version cannot be read; figures may be missing.</source>
        <translation>커널 버전을 읽을 수 없어 빠진 값이 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Too old: it does not tell the available memory. Use kernel 4.9 or newer.</source>
        <translation>너무 오래된 커널이라 사용할 수 있는 메모리를 알려 주지 않습니다. 4.9 이상을 쓰십시오.</translation>
    </message>
    <message>
        <source>It does not count what it kills for lack of memory, so that cause can only be called likely. A kernel from 4.13 on does.</source>
        <translation>메모리 부족으로 종료한 수를 세지 않는 커널이라 그 원인은 추정으로만 말할 수 있습니다. 4.13부터는 셉니다.</translation>
    </message>
    <message>
        <source>It tells what Nanocap asks.</source>
        <translation>Nanocap이 묻는 것을 모두 알려 줍니다.</translation>
    </message>
    <message>
        <source>No desktop takes memory.</source>
        <translation>메모리를 쓰는 데스크톱이 없습니다.</translation>
    </message>
    <message>
        <source>A desktop takes several hundred MB of this machine. For a kiosk start without one (see the kiosk unit).</source>
        <translation>데스크톱이 수백 MB를 쓰고 있습니다. 키오스크로는 데스크톱 없이 시작하십시오(키오스크 유닛 참조).</translation>
    </message>
    <message>
        <source>A desktop runs; there is memory enough for it.</source>
        <translation>데스크톱이 실행 중이며 메모리는 충분합니다.</translation>
    </message>
    <message>
        <source>This machine does not tell its temperature.</source>
        <translation>이 기기는 온도를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Cool enough.</source>
        <translation>온도가 적당합니다.</translation>
    </message>
    <message>
        <source>The board reports too low a voltage: it may reset under load. Use a stronger power supply.</source>
        <translation>보드의 전압이 낮아 부하가 걸리면 다시 시작될 수 있습니다. 더 강한 전원을 쓰십시오.</translation>
    </message>
    <message>
        <source>Hot: the processor slows down, captions take longer. Add a heat sink or a fan.</source>
        <translation>뜨겁습니다. 프로세서가 느려져 캡션이 오래 걸립니다. 방열판이나 팬을 다십시오.</translation>
    </message>
    <message>
        <source>The clock cannot be read; dates in the journal will be missing.</source>
        <translation>시계를 읽을 수 없어 기록에 날짜가 빠집니다.</translation>
    </message>
    <message>
        <source>The clock is before the day this program was installed: dates will be wrong, durations will not. Set the clock or add a clock battery.</source>
        <translation>시계가 이 프로그램을 설치한 날보다 이전을 가리킵니다. 날짜는 틀리지만 걸린 시간은 맞습니다. 시계를 맞추거나 시계 전지를 다십시오.</translation>
    </message>
    <message>
        <source>Plausible. Durations never depend on it.</source>
        <translation>그럴듯합니다. 걸린 시간은 시계에 매이지 않습니다.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>기록함</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>시작됨</translation>
    </message>
    <message>
        <source>cannot write</source>
        <translation>쓸 수 없음</translation>
    </message>
    <message>
        <source>no Hangul</source>
        <translation>한글 없음</translation>
    </message>
    <message>
        <source>Latin and Hangul</source>
        <translation>로마자와 한글</translation>
    </message>
    <message>
        <source>A figure of the kernel cannot be used: %1.</source>
        <translation>커널의 값 하나를 쓸 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The board slows its processor down, for heat or for power: captions take longer. Add a heat sink or a fan, and look at the power supply.</source>
        <translation>보드가 열이나 전력 때문에 프로세서를 늦추고 있어 캡션이 더 오래 걸립니다. 방열판이나 팬을 달고 전원 공급 장치를 확인하십시오.</translation>
    </message>
    <message>
        <source>The voltage was too low at some time since the board was switched on: it may reset under load. Use a stronger power supply.</source>
        <translation>보드를 켠 뒤 전압이 너무 낮은 때가 있었습니다. 부하가 걸리면 리셋될 수 있습니다. 더 강한 전원 공급 장치를 쓰십시오.</translation>
    </message>
    <message>
        <source>The board slowed its processor down at some time since it was switched on. See to its cooling and to the power supply.</source>
        <translation>보드를 켠 뒤 프로세서를 늦춘 때가 있었습니다. 냉각과 전원 공급 장치를 확인하십시오.</translation>
    </message>
    <message>
        <source>The disk under %1 can only be read: nothing can be recorded or remembered. Mount it so that it can be written, or set NANOCAP_STATE_DIR.</source>
        <translation>%1 폴더가 있는 디스크는 읽기만 됩니다. 아무것도 기록하거나 기억할 수 없습니다. 쓸 수 있게 마운트하거나 NANOCAP_STATE_DIR을 지정하십시오.</translation>
    </message>
    <message>
        <source>The smallest model needs %1: more than this machine has.</source>
        <translation>가장 작은 모델에도 %1 필요합니다. 이 기기의 메모리보다 큽니다.</translation>
    </message>
    <message>
        <source>The smallest model needs %1 and %2 are available now. Close other programs.</source>
        <translation>가장 작은 모델에 %1 필요하고 지금 %2 사용할 수 있습니다. 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>libtorch asks for one; captions are computed without it.</source>
        <translation>libtorch가 요구하지만 캡션 계산에는 쓰지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Drives</name>
    <message>
        <source>%1 holds no SHA-256 sum of %2. Write it with sha256sum, or remove it to compare the sum yourself.</source>
        <translation>%1 파일에 %2의 SHA-256 값이 없습니다. sha256sum으로 다시 만들거나, 직접 비교하려면 그 파일을 지우십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Was the drive pulled out?</source>
        <translation>%1: 읽을 수 없습니다(%2). 드라이브가 빠졌습니까?</translation>
    </message>
    <message>
        <source>Nothing was written to the drive: %1 (%2).</source>
        <translation>드라이브에 아무것도 쓰지 못했습니다: %1(%2).</translation>
    </message>
    <message>
        <source>%1 cannot be read to its end (%2). Was the drive pulled out? Nothing was kept of it; put the drive in and try again.</source>
        <translation>%1: 끝까지 읽을 수 없습니다(%2). 드라이브가 빠졌습니까? 남은 것은 없습니다. 드라이브를 다시 꽂고 해 보십시오.</translation>
    </message>
    <message>
        <source>The model could not be copied: %1 cannot be written (%2). Nothing was kept of it.</source>
        <translation>모델을 복사하지 못했습니다. %1에 쓸 수 없습니다(%2). 남은 것은 없습니다.</translation>
    </message>
    <message>
        <source>There is no room for %1: it needs %2 MB, and %3 MB are free in %4. Remove a model first.</source>
        <translation>%1: 자리가 부족합니다. %2 MB가 필요한데 %4에는 %3 MB가 비어 있습니다. 먼저 모델 하나를 지우십시오.</translation>
    </message>
    <message>
        <source>The copy was cancelled. Nothing was kept of it.</source>
        <translation>복사를 취소했습니다. 남은 것은 없습니다.</translation>
    </message>
    <message>
        <source>%1 is not the file its checksum was made of: it should be %2 and is %3. Copy it to the drive again. Nothing was kept of it.</source>
        <translation>%1: 체크섬과 다릅니다. %2 값이어야 하는데 %3 값입니다. 드라이브에 다시 복사하십시오. 남은 것은 없습니다.</translation>
    </message>
    <message>
        <source>The drives cannot be listed: %1 cannot be read (%2).</source>
        <translation>드라이브 목록을 만들 수 없습니다. %1: 읽을 수 없습니다(%2).</translation>
    </message>
    <message>
        <source>The drives cannot be listed: udisks2 does not answer (%1).</source>
        <translation>드라이브 목록을 만들 수 없습니다. udisks2가 응답하지 않습니다(%1).</translation>
    </message>
    <message>
        <source>This user may not mount %1. Let it (polkit&apos;s rule for udisks2), or have the system mount drives by itself.</source>
        <translation>이 사용자는 %1 드라이브를 마운트할 권한이 없습니다. udisks2의 polkit 규칙으로 허락하거나, 시스템이 스스로 마운트하게 하십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be mounted (%2). Pull it out and put it in again.</source>
        <translation>%1: 마운트할 수 없습니다(%2). 뺐다가 다시 꽂으십시오.</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The engine held %1 and how much memory was available is unknown.</source>
        <translation>엔진이 쓰던 메모리는 %1이고, 사용할 수 있던 메모리는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>How much memory was available is unknown.</source>
        <translation>사용할 수 있던 메모리는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The engine held %1 and %2 were available before.</source>
        <translation>엔진이 쓰던 메모리는 %1이고, 그 전에 사용할 수 있던 메모리는 %2입니다.</translation>
    </message>
    <message>
        <source>The engine held %1 and %2 were available before (limited by %3).</source>
        <translation>엔진이 쓰던 메모리는 %1이고, 그 전에 사용할 수 있던 메모리는 %2입니다(제한: %3).</translation>
    </message>
    <message>
        <source>%1 were available before.</source>
        <translation>그 전에 사용할 수 있던 메모리는 %1입니다.</translation>
    </message>
    <message>
        <source>%1 were available before (limited by %2).</source>
        <translation>그 전에 사용할 수 있던 메모리는 %1입니다(제한: %2).</translation>
    </message>
    <message>
        <source>Its last words: %1</source>
        <translation>엔진의 마지막 출력: %1</translation>
    </message>
    <message>
        <source>Load the model again.</source>
        <translation>모델을 다시 불러오십시오.</translation>
    </message>
    <message>
        <source>Load the model again; if it repeats, send the report.</source>
        <translation>모델을 다시 불러오고, 되풀이되면 보고서를 보내 주십시오.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>다른 프로그램을 닫거나 더 작은 모델을 고르십시오.</translation>
    </message>
    <message>
        <source>The engine grew far beyond what its model needs %1, and the kernel ended it at its memory ceiling; nothing else was touched.</source>
        <translation>%1 엔진이 모델에 필요한 것보다 훨씬 커져 커널이 메모리 상한에서 끝냈습니다. 다른 것은 건드리지 않았습니다.</translation>
    </message>
    <message>
        <source>The kernel ended the engine %1 because memory ran out.</source>
        <translation>%1 메모리가 바닥나 커널이 엔진을 끝냈습니다.</translation>
    </message>
    <message>
        <source>The engine was killed %1, likely by the kernel because memory ran out (this kernel does not count it).</source>
        <translation>%1 엔진이 종료되었습니다. 메모리가 바닥나 커널이 끝낸 것으로 보입니다(이 커널은 횟수를 세지 않습니다).</translation>
    </message>
    <message>
        <source>Something on this machine killed the engine %1; it was not the kernel&apos;s memory guard, whose counter did not move.</source>
        <translation>%1 이 기기의 무언가가 엔진을 종료했습니다. 커널의 메모리 보호 때문은 아닙니다. 그 횟수는 그대로입니다.</translation>
    </message>
    <message>
        <source>The model file changed while it was being read. Copy it again and load it once the copy is complete; replace models by renaming, never by overwriting.</source>
        <translation>읽는 동안 모델 파일이 바뀌었습니다. 다시 복사하고 복사가 끝난 뒤 불러오십시오. 모델은 덮어쓰지 말고 이름을 바꾸어 교체하십시오.</translation>
    </message>
    <message>
        <source>There was not enough memory to load libtorch %1.</source>
        <translation>%1 libtorch를 불러올 메모리가 부족했습니다.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>다른 프로그램을 닫고 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The engine program %1 cannot be started. Install Nanocap again, or set NANOCAP_ENGINE to where nanocap-engine is.</source>
        <translation>엔진 프로그램 %1: 시작할 수 없습니다. Nanocap을 다시 설치하거나 NANOCAP_ENGINE에 nanocap-engine의 위치를 지정하십시오.</translation>
    </message>
    <message>
        <source>The engine ended by itself %1 (exit code %2).</source>
        <translation>%1 엔진이 스스로 끝났습니다(종료 코드 %2).</translation>
    </message>
    <message>
        <source>The engine ended by itself %1 (exit code unknown).</source>
        <translation>%1 엔진이 스스로 끝났습니다(종료 코드를 알 수 없음).</translation>
    </message>
    <message>
        <source>at row %1</source>
        <translation>“%1” 단계에서</translation>
    </message>
    <message>
        <source>while captioning</source>
        <translation>캡션을 만드는 동안</translation>
    </message>
    <message>
        <source>The engine touched memory it does not own %1 (segmentation fault) and was ended; nothing else was harmed.</source>
        <translation>%1 엔진이 자기 것이 아닌 메모리를 건드려(세그먼테이션 오류) 끝났습니다. 다른 것은 무사합니다.</translation>
    </message>
    <message>
        <source>The engine lost a file it was reading from %1 (bus error): a disk was removed or a program file was replaced.</source>
        <translation>%1 엔진이 읽던 파일이 사라졌습니다(버스 오류). 디스크가 빠졌거나 프로그램 파일이 교체되었습니다.</translation>
    </message>
    <message>
        <source>Check the disk, then load again.</source>
        <translation>디스크를 확인한 뒤 다시 불러오십시오.</translation>
    </message>
    <message>
        <source>The engine met an instruction this processor does not have %1. A library was built for another processor: run nanocapctl doctor and set OPENBLAS_CORETYPE for this board.</source>
        <translation>%1 엔진이 이 프로세서에 없는 명령을 만났습니다. 라이브러리가 다른 프로세서용입니다. nanocapctl doctor를 실행하고 이 보드에 맞게 OPENBLAS_CORETYPE을 지정하십시오.</translation>
    </message>
    <message>
        <source>A library in the engine gave up %1 (abort).</source>
        <translation>%1 엔진의 라이브러리가 스스로 멈췄습니다(abort).</translation>
    </message>
    <message>
        <source>The engine was ended by signal %1 %2.</source>
        <translation>%2 엔진이 신호 %1번으로 끝났습니다.</translation>
    </message>
    <message>
        <source>Memory is so short that the engine made no progress for %1 s %2 (%3), so it was ended.</source>
        <translation>%2 메모리가 너무 부족해 엔진이 %1초 동안 나아가지 못해(%3) 끝냈습니다.</translation>
    </message>
    <message>
        <source>The engine made no progress for %1 s %2 (%3), so it was ended.</source>
        <translation>%2 엔진이 %1초 동안 나아가지 못해(%3) 끝냈습니다.</translation>
    </message>
    <message>
        <source>This session has a limit that libtorch does not bear: lift it (ulimit -v unlimited; ulimit -d unlimited), then load the model again.</source>
        <translation>이 세션에는 libtorch가 견디지 못하는 제한이 있습니다. 제한을 풀고(ulimit -v unlimited; ulimit -d unlimited) 모델을 다시 불러오십시오.</translation>
    </message>
    <message>
        <source>The engine program %1 is of another version than this program. Install both from the same package.</source>
        <translation>엔진 프로그램 %1: 이 프로그램과 버전이 다릅니다. 둘을 같은 패키지에서 설치하십시오.</translation>
    </message>
    <message>
        <source>Not enough memory: the model&apos;s tensors need %1, the engine may use %2.</source>
        <translation>메모리가 부족합니다. 모델의 텐서에 %1가 필요하지만 엔진이 쓸 수 있는 것은 %2입니다.</translation>
    </message>
    <message>
        <source>Not enough memory: a block of %1 bytes was refused with %2 in use.</source>
        <translation>메모리가 부족합니다. %2 사용 중에 %1바이트 블록을 얻지 못했습니다.</translation>
    </message>
    <message>
        <source>The engine failed: %1</source>
        <translation>엔진이 실패했습니다: %1</translation>
    </message>
    <message>
        <source>Not enough memory: an allocation was refused.</source>
        <translation>메모리가 부족합니다. 메모리 할당이 거부되었습니다.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Loading was cancelled.</source>
        <translation>불러오기를 취소했습니다.</translation>
    </message>
    <message>
        <source>Captioning was cancelled.</source>
        <translation>캡션 만들기를 취소했습니다.</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>메모리가 부족합니다</translation>
    </message>
    <message>
        <source>Available memory is unknown</source>
        <translation>사용 가능한 메모리를 알 수 없음</translation>
    </message>
    <message>
        <source>The model file cannot be opened</source>
        <translation>모델 파일을 열 수 없습니다</translation>
    </message>
    <message>
        <source>The model file is empty</source>
        <translation>모델 파일이 비어 있습니다</translation>
    </message>
    <message>
        <source>This is not a PyTorch model</source>
        <translation>PyTorch 모델이 아닙니다</translation>
    </message>
    <message>
        <source>Saved by a very old PyTorch</source>
        <translation>아주 오래된 PyTorch로 저장됨</translation>
    </message>
    <message>
        <source>A TorchScript program, not a checkpoint</source>
        <translation>체크포인트가 아닌 TorchScript 프로그램</translation>
    </message>
    <message>
        <source>The model file is incomplete</source>
        <translation>모델 파일이 온전하지 않습니다</translation>
    </message>
    <message>
        <source>The model is too large for this machine</source>
        <translation>이 기기에는 너무 큰 모델입니다</translation>
    </message>
    <message>
        <source>Reading the model failed</source>
        <translation>모델을 읽지 못했습니다</translation>
    </message>
    <message>
        <source>The file changed while it was read</source>
        <translation>읽는 동안 파일이 바뀌었습니다</translation>
    </message>
    <message>
        <source>The model file is damaged</source>
        <translation>모델 파일이 손상되었습니다</translation>
    </message>
    <message>
        <source>Suspicious entries: refused</source>
        <translation>의심스러운 항목: 거부함</translation>
    </message>
    <message>
        <source>The model file was re-packed</source>
        <translation>모델 파일이 다시 압축되었습니다</translation>
    </message>
    <message>
        <source>The model file is encrypted</source>
        <translation>모델 파일이 암호화되어 있습니다</translation>
    </message>
    <message>
        <source>Unsupported PyTorch version</source>
        <translation>지원하지 않는 PyTorch 버전</translation>
    </message>
    <message>
        <source>Saved on an incompatible computer</source>
        <translation>호환되지 않는 컴퓨터에서 저장됨</translation>
    </message>
    <message>
        <source>The model has no contents list</source>
        <translation>모델에 목차가 없습니다</translation>
    </message>
    <message>
        <source>The contents list is damaged</source>
        <translation>목차가 손상되었습니다</translation>
    </message>
    <message>
        <source>The contents list is unsupported</source>
        <translation>지원하지 않는 목차</translation>
    </message>
    <message>
        <source>The contents list is too complex</source>
        <translation>목차가 너무 복잡합니다</translation>
    </message>
    <message>
        <source>Too many tensors</source>
        <translation>텐서가 너무 많습니다</translation>
    </message>
    <message>
        <source>The file tries to run a program: refused</source>
        <translation>파일이 프로그램을 실행하려 함: 거부함</translation>
    </message>
    <message>
        <source>This is not a captioning checkpoint</source>
        <translation>캡션 체크포인트가 아닙니다</translation>
    </message>
    <message>
        <source>A part of the checkpoint is missing</source>
        <translation>체크포인트의 일부가 없습니다</translation>
    </message>
    <message>
        <source>Defined twice</source>
        <translation>두 번 정의됨</translation>
    </message>
    <message>
        <source>Weights are missing</source>
        <translation>가중치가 없습니다</translation>
    </message>
    <message>
        <source>Weights are incomplete</source>
        <translation>가중치가 온전하지 않습니다</translation>
    </message>
    <message>
        <source>Weights of an unsupported kind</source>
        <translation>지원하지 않는 종류의 가중치</translation>
    </message>
    <message>
        <source>Weights are inconsistent</source>
        <translation>가중치가 서로 맞지 않습니다</translation>
    </message>
    <message>
        <source>Not a model this captioner can run</source>
        <translation>실행할 수 없는 모델입니다</translation>
    </message>
    <message>
        <source>Weights contain invalid numbers</source>
        <translation>가중치에 잘못된 수가 있습니다</translation>
    </message>
    <message>
        <source>The word list does not match the model</source>
        <translation>단어 목록이 모델과 맞지 않습니다</translation>
    </message>
    <message>
        <source>The kernel ended the engine: memory ran out</source>
        <translation>메모리가 바닥나 커널이 엔진을 끝냈습니다</translation>
    </message>
    <message>
        <source>The engine was ended from outside</source>
        <translation>엔진이 밖에서 종료되었습니다</translation>
    </message>
    <message>
        <source>The engine crashed</source>
        <translation>엔진이 비정상 종료되었습니다</translation>
    </message>
    <message>
        <source>The engine lost a file it was using</source>
        <translation>엔진이 쓰던 파일이 사라졌습니다</translation>
    </message>
    <message>
        <source>The processor lacks an instruction</source>
        <translation>프로세서에 없는 명령입니다</translation>
    </message>
    <message>
        <source>The engine stopped itself</source>
        <translation>엔진이 스스로 멈췄습니다</translation>
    </message>
    <message>
        <source>The engine stood still</source>
        <translation>엔진이 멈춰 있었습니다</translation>
    </message>
    <message>
        <source>Memory was too tight to get on</source>
        <translation>메모리가 너무 빠듯했습니다</translation>
    </message>
    <message>
        <source>The engine is not installed</source>
        <translation>엔진이 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>The engine is of another version</source>
        <translation>엔진의 버전이 다릅니다</translation>
    </message>
    <message>
        <source>The engine could not do it</source>
        <translation>엔진이 해내지 못했습니다</translation>
    </message>
    <message>
        <source>The picture cannot be read</source>
        <translation>사진을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The camera does not answer</source>
        <translation>카메라가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>The picture source cannot be opened</source>
        <translation>영상 입력을 열 수 없습니다</translation>
    </message>
    <message>
        <source>The list of models is damaged</source>
        <translation>모델 목록에 문제가 있습니다</translation>
    </message>
    <message>
        <source>There is no such model</source>
        <translation>그런 모델이 없습니다</translation>
    </message>
    <message>
        <source>The command line is not understood</source>
        <translation>명령줄을 이해할 수 없습니다</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>An error of Nanocap itself</source>
        <translation>Nanocap 자체의 오류</translation>
    </message>
    <message>
        <source>Not enough memory: %1 short</source>
        <translation>메모리가 %1 부족합니다</translation>
    </message>
    <message>
        <source>It did not work: %1</source>
        <translation>잘되지 않았습니다: %1</translation>
    </message>
</context>
<context>
    <name>FailureText</name>
    <message>
        <source>Close other programs, then clean up and try again</source>
        <translation>다른 프로그램을 닫고 정리한 뒤 다시 시도</translation>
    </message>
    <message>
        <source>Close %1, then clean up and try again</source>
        <translation>%1 닫기, 정리한 뒤 다시 시도</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>다른 모델 고르기</translation>
    </message>
    <message>
        <source>Try a smaller precision (FP16 or INT8)</source>
        <translation>더 작은 정밀도로 시도(FP16 또는 INT8)</translation>
    </message>
    <message>
        <source>Copy the file again from where it came from.</source>
        <translation>원본에서 파일을 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>Save it again with torch.save of PyTorch 1.6 or newer.</source>
        <translation>PyTorch 1.6 이상의 torch.save로 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>Ask whoever trained it for the training checkpoint.</source>
        <translation>모델을 학습한 사람에게 학습 체크포인트를 요청하십시오.</translation>
    </message>
    <message>
        <source>Use the file exactly as torch.save wrote it.</source>
        <translation>torch.save가 쓴 그대로의 파일을 사용하십시오.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>이 기기 점검하기</translation>
    </message>
    <message>
        <source>Install Nanocap again, all parts together.</source>
        <translation>Nanocap의 모든 부분을 함께 다시 설치하십시오.</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>보고서 저장하기</translation>
    </message>
    <message>
        <source>Choose another picture source</source>
        <translation>다른 영상 입력 고르기</translation>
    </message>
    <message>
        <source>Check the cable; close programs that use the camera.</source>
        <translation>케이블을 확인하고 카메라를 쓰는 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>Use a PNG or JPEG picture.</source>
        <translation>PNG나 JPEG 사진을 사용하십시오.</translation>
    </message>
    <message>
        <source>Do not use this file if you do not know where it came from.</source>
        <translation>출처를 모르는 파일이면 사용하지 마십시오.</translation>
    </message>
    <message>
        <source>Look whether its folder is there and can be read.</source>
        <translation>폴더가 있고 읽을 수 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Check the storage card or disk.</source>
        <translation>저장 카드나 디스크를 확인하십시오.</translation>
    </message>
    <message>
        <source>Load %1 again</source>
        <translation>%1 다시 불러오기</translation>
    </message>
    <message>
        <source>Correct models.json, or remove it.</source>
        <translation>models.json을 고치거나 지우십시오.</translation>
    </message>
    <message>
        <source>nanocap --help shows what may be written.</source>
        <translation>nanocap --help에서 쓸 수 있는 옵션을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>This device keeps %1 free for safety.</source>
        <translation>이 기기는 안전을 위해 %1의 여유를 남겨 둡니다.</translation>
    </message>
    <message>
        <source>Load without the floor…</source>
        <translation>하한 없이 불러오기…</translation>
    </message>
    <message>
        <source>Load it by itself when memory is free</source>
        <translation>메모리가 비면 자동으로 불러오기</translation>
    </message>
    <message>
        <source>Load %1 instead: it fits now</source>
        <translation>대신 지금 들어가는 모델 불러오기: %1</translation>
    </message>
</context>
<context>
    <name>FigureSheet</name>
    <message>
        <source>%1, can be closed</source>
        <translation>%1, 닫을 수 있음</translation>
    </message>
</context>
<context>
    <name>Films</name>
    <message>
        <source>Copy the file again, or choose another one.</source>
        <translation>파일을 다시 복사하거나 다른 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>Convert it, for example with: ffmpeg -i FILM -c:v libx264 -pix_fmt yuv420p NEW.mp4</source>
        <translation>예를 들어 다음 명령으로 변환하십시오: ffmpeg -i FILM -c:v libx264 -pix_fmt yuv420p NEW.mp4</translation>
    </message>
    <message>
        <source>Make it smaller, for example with: ffmpeg -i FILM -vf scale=1280:-2 NEW.mp4</source>
        <translation>예를 들어 다음 명령으로 크기를 줄이십시오: ffmpeg -i FILM -vf scale=1280:-2 NEW.mp4</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>파일이 비어 있습니다</translation>
    </message>
    <message>
        <source>the file cannot be read (%1)</source>
        <translation>파일을 읽을 수 없습니다(%1)</translation>
    </message>
    <message>
        <source>the list of its pictures, which stands at the end of the file, is missing, so it was cut off</source>
        <translation>파일 끝에 있어야 할 영상 목록이 없습니다. 파일이 중간에 잘렸습니다</translation>
    </message>
    <message>
        <source>it is a list that names other files or addresses (%1), and those are never opened</source>
        <translation>다른 파일이나 주소를 가리키는 목록이며(%1), 그런 것은 열지 않습니다</translation>
    </message>
    <message>
        <source>Choose the film itself.</source>
        <translation>동영상 파일 자체를 고르십시오.</translation>
    </message>
    <message>
        <source>it is a single picture, not a film</source>
        <translation>동영상이 아니라 그림 한 장입니다</translation>
    </message>
    <message>
        <source>Choose the folder it lies in as a source of pictures: images:FOLDER</source>
        <translation>그림이 들어 있는 폴더를 입력으로 고르십시오: images:FOLDER</translation>
    </message>
    <message>
        <source>there are no pictures in it</source>
        <translation>영상이 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>Choose a file with moving pictures.</source>
        <translation>영상이 있는 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>its pictures are coded as &quot;%1&quot;, for which this system has no decoder</source>
        <translation>영상이 &quot;%1&quot; 형식으로 부호화되어 있는데 이 시스템에는 그 디코더가 없습니다</translation>
    </message>
    <message>
        <source>its pictures are in the pixel format &quot;%1&quot;, which cannot be read</source>
        <translation>픽셀 형식이 &quot;%1&quot;인 영상은 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>its colours are in the matrix &quot;%1&quot;, which cannot be read</source>
        <translation>색 행렬이 &quot;%1&quot;인 영상은 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>its pictures have %1x%2 points, and the largest that are read have %3 million</source>
        <translation>영상 크기가 %1x%2이며, 읽을 수 있는 최대 크기는 %3백만 화소입니다</translation>
    </message>
    <message>
        <source>decoding it takes more than %1 MB of memory</source>
        <translation>디코딩에 메모리가 %1 MB 넘게 필요합니다</translation>
    </message>
    <message>
        <source>the decoder &quot;%1&quot; does not accept it (%2)</source>
        <translation>디코더 &quot;%1&quot;에서 거부했습니다(%2)</translation>
    </message>
    <message>
        <source>it is cut off before its first whole picture</source>
        <translation>첫 영상이 나오기 전에 잘려 있습니다</translation>
    </message>
    <message>
        <source>none of its %1 pictures is undamaged</source>
        <translation>영상 %1장이 모두 손상되었습니다</translation>
    </message>
    <message>
        <source>it is no film in any known format</source>
        <translation>알려진 형식의 동영상이 아닙니다</translation>
    </message>
    <message>
        <source>Choose an MP4, MOV, MKV, WebM or AVI file.</source>
        <translation>MP4, MOV, MKV, WebM, AVI 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>the program nanocap-film, which decodes films, is not installed</source>
        <translation>동영상을 디코딩하는 프로그램 nanocap-film이 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>Install it, or choose another source.</source>
        <translation>설치하거나 다른 입력을 고르십시오.</translation>
    </message>
    <message>
        <source>the program that decodes it, nanocap-film, ended before the film did (%1)</source>
        <translation>디코딩하는 프로그램 nanocap-film이 동영상보다 먼저 끝났습니다(%1)</translation>
    </message>
    <message>
        <source>no picture came for %1 seconds</source>
        <translation>%1초 동안 영상이 오지 않았습니다</translation>
    </message>
    <message>
        <source>The film %1 is cut off after %2 s of %3 s. Copy it again to see the rest.</source>
        <translation>동영상 %1 파일은 %3초 중 %2초에서 잘려 있습니다. 나머지를 보려면 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>The film %1 is cut off after %2 s. Copy it again to see the rest.</source>
        <translation>동영상 %1 파일은 %2초에서 잘려 있습니다. 나머지를 보려면 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>The film has ended.</source>
        <translation>동영상이 끝났습니다.</translation>
    </message>
    <message>
        <source>%1 of its %2 pictures are damaged and were not shown.</source>
        <translation>영상 %2장 가운데 %1장이 손상되어 보여 주지 않았습니다.</translation>
    </message>
    <message>
        <source>The film %1 cannot be played: %2. %3</source>
        <translation>동영상 %1 파일을 재생할 수 없습니다: %2. %3</translation>
    </message>
</context>
<context>
    <name>GstAdvice</name>
    <message>
        <source>&quot;%1&quot; is an element of GStreamer 0.10; use &quot;%2&quot;</source>
        <translation>&quot;%1&quot; 요소는 GStreamer 0.10의 것입니다. &quot;%2&quot; 요소를 쓰십시오</translation>
    </message>
    <message>
        <source>GStreamer has nothing installed that reads this: %1. The Debian package %2 usually has it</source>
        <translation>다음을 읽을 GStreamer 구성 요소가 설치되어 있지 않습니다: %1. 보통 데비안 패키지 %2에 들어 있습니다</translation>
    </message>
    <message>
        <source>no element &quot;%1&quot; is installed. It comes with NVIDIA&apos;s Jetson software (nvidia-l4t-gstreamer) and works on a Jetson only</source>
        <translation>&quot;%1&quot; 요소가 설치되어 있지 않습니다. NVIDIA Jetson 소프트웨어(nvidia-l4t-gstreamer)에 들어 있으며 Jetson에서만 동작합니다</translation>
    </message>
    <message>
        <source>no element &quot;%1&quot; is installed and no package is known that has it. Check its name</source>
        <translation>&quot;%1&quot; 요소가 설치되어 있지 않고, 들어 있는 패키지도 알려져 있지 않습니다. 이름을 확인하십시오</translation>
    </message>
    <message>
        <source>no element &quot;%1&quot; is installed. The Debian package %2 usually has it</source>
        <translation>&quot;%1&quot; 요소가 설치되어 있지 않습니다. 보통 데비안 패키지 %2에 들어 있습니다</translation>
    </message>
    <message>
        <source>%1. What it ends in cannot be made a picture. End it in pictures, for example with &quot;decodebin ! videoconvert&quot;</source>
        <translation>%1. 끝에서 나오는 것을 영상으로 바꿀 수 없습니다. &quot;decodebin ! videoconvert&quot; 등을 붙여 영상으로 끝나게 하십시오</translation>
    </message>
    <message>
        <source>it ends in &quot;%1&quot;, which takes no pictures. End it with &quot;videoconvert ! appsink&quot; instead</source>
        <translation>끝에 있는 &quot;%1&quot; 요소는 영상을 받지 않습니다. 대신 &quot;videoconvert ! appsink&quot;로 끝내십시오</translation>
    </message>
    <message>
        <source>it has several branches that end in &quot;%1&quot;. End the one to be captioned, and only that, with &quot;appsink&quot;; end the others with &quot;fakesink&quot;</source>
        <translation>&quot;%1&quot; 요소로 끝나는 갈래가 여럿입니다. 캡션을 붙일 갈래 하나만 &quot;appsink&quot;로, 나머지는 &quot;fakesink&quot;로 끝내십시오</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is of GStreamer 0.10, whose elements have other names. Use a line for gst-launch-1.0.</source>
        <translation>&quot;%1&quot; 명령은 요소 이름이 다른 GStreamer 0.10의 것입니다. gst-launch-1.0용 명령을 쓰십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands for something that only a shell fills in. Write out what it means.</source>
        <translation>&quot;%1&quot; 부분은 셸만 채울 수 있습니다. 뜻하는 값을 그대로 적으십시오.</translation>
    </message>
    <message>
        <source>The gst-launch line has a quote that is not closed.</source>
        <translation>gst-launch 명령에 닫히지 않은 따옴표가 있습니다.</translation>
    </message>
    <message>
        <source>The gst-launch line has no pipeline. It needs one, as in gst-launch-1.0 videotestsrc ! autovideosink.</source>
        <translation>gst-launch 명령에 파이프라인이 없습니다. 예: gst-launch-1.0 videotestsrc ! autovideosink.</translation>
    </message>
</context>
<context>
    <name>Image</name>
    <message>
        <source>The picture cannot be used: %1 x %2 pixels, %3 bytes a row.</source>
        <translation>쓸 수 없는 사진입니다: %1 x %2픽셀, 한 줄에 %3바이트.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>The board restarted while no model was loaded: power was lost or it was reset, Nanocap was not stopped first.</source>
        <translation>불러온 모델이 없을 때 보드가 다시 시작되었습니다. Nanocap을 끝내기 전에 전원이 끊겼거나 리셋되었습니다.</translation>
    </message>
    <message>
        <source>Nanocap ended unexpectedly while no model was loaded; the board kept running.</source>
        <translation>불러온 모델이 없을 때 Nanocap이 갑자기 종료되었습니다. 보드는 계속 작동했습니다.</translation>
    </message>
    <message>
        <source>The board restarted while &quot;%1&quot; was loaded: power was lost or it was reset, Nanocap was not stopped first.</source>
        <translation>&quot;%1&quot; 모델을 쓰는 동안 보드가 다시 시작되었습니다. Nanocap을 끝내기 전에 전원이 끊겼거나 리셋되었습니다.</translation>
    </message>
    <message>
        <source>Nanocap ended unexpectedly while &quot;%1&quot; was loaded; the board kept running.</source>
        <translation>&quot;%1&quot; 모델을 쓰는 동안 Nanocap이 갑자기 종료되었습니다. 보드는 계속 작동했습니다.</translation>
    </message>
    <message>
        <source>The board restarted while loading &quot;%1&quot; (row %2): power was lost or it was reset, Nanocap was not stopped first.</source>
        <translation>&quot;%1&quot; 모델을 불러오는 동안(%2 단계) 보드가 다시 시작되었습니다. Nanocap을 끝내기 전에 전원이 끊겼거나 리셋되었습니다.</translation>
    </message>
    <message>
        <source>Nanocap ended unexpectedly while loading &quot;%1&quot; (row %2); the board kept running.</source>
        <translation>&quot;%1&quot; 모델을 불러오는 동안(%2 단계) Nanocap이 갑자기 종료되었습니다. 보드는 계속 작동했습니다.</translation>
    </message>
    <message>
        <source>How much memory was available then is unknown.</source>
        <translation>그때 사용할 수 있던 메모리는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 of memory were available at the last reading, so a lack of memory is unlikely; check the power supply.</source>
        <translation>마지막으로 읽었을 때 %1를 사용할 수 있었으므로 메모리 부족일 가능성은 낮습니다. 전원을 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 of memory were available at the last reading, so a lack of memory is unlikely.</source>
        <translation>마지막으로 읽었을 때 %1를 사용할 수 있었으므로 메모리 부족일 가능성은 낮습니다.</translation>
    </message>
    <message>
        <source>%1 of memory were available at the last reading, so a lack of memory is likely.</source>
        <translation>마지막으로 읽었을 때 %1만 사용할 수 있었으므로 메모리 부족일 가능성이 높습니다.</translation>
    </message>
    <message>
        <source>%1 of memory were available at the last reading.</source>
        <translation>마지막으로 읽었을 때 %1를 사용할 수 있었습니다.</translation>
    </message>
    <message>
        <source>The program ended twice in five minutes, so nothing is loaded by itself.</source>
        <translation>5분 안에 두 번 종료되어 아무 모델도 스스로 불러오지 않습니다.</translation>
    </message>
    <message>
        <source>Nanocap works, but an unexpected end will not be explained.</source>
        <translation>Nanocap은 작동하지만 예기치 않은 종료의 까닭을 설명할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 of memory were available at the last reading; after it the kernel ended a program because memory ran out.</source>
        <translation>마지막으로 쟀을 때 메모리 %1 남아 있었습니다. 그 뒤에 메모리가 바닥나 커널이 프로그램을 끝냈습니다.</translation>
    </message>
    <message>
        <source>%1 of memory were available at the last reading, when the model was loaded; how much there was at the end is unknown.</source>
        <translation>모델을 불러왔을 때 마지막으로 쟀고 메모리 %1 남아 있었습니다. 끝날 때 얼마였는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 of memory were available some ten seconds before the end, so a lack of memory is unlikely; check the power supply.</source>
        <translation>끝나기 10초쯤 전에 메모리 %1 남아 있었으므로 메모리 부족 때문은 아닌 듯합니다. 전원 장치를 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 of memory were available some ten seconds before the end, so a lack of memory is unlikely.</source>
        <translation>끝나기 10초쯤 전에 메모리 %1 남아 있었으므로 메모리 부족 때문은 아닌 듯합니다.</translation>
    </message>
</context>
<context>
    <name>Load</name>
    <message>
        <source>Memory is tight: libraries may be read from the disk again while captioning.</source>
        <translation>메모리가 빠듯합니다. 캡션을 만드는 동안 라이브러리를 디스크에서 다시 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Row %1 went on after a clean-up made room for it.</source>
        <translation>%1 단계는 정리로 자리를 마련한 뒤 계속되었습니다.</translation>
    </message>
    <message>
        <source>%1 gave &quot;%2&quot; instead of &quot;%3&quot;.</source>
        <translation>%1: &quot;%3&quot; 대신 &quot;%2&quot;라고 했습니다.</translation>
    </message>
    <message>
        <source>The self-test failed for %1 of %2 pictures: preprocessing or word map does not match this checkpoint.</source>
        <translation>그림 %2장 가운데 %1장에서 자체 검사에 실패했습니다. 전처리나 단어 목록이 이 체크포인트와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>This model requires %1 of available memory; %2 are available: %3 short. The model itself needs about %4.</source>
        <translation>이 모델에는 사용 가능한 메모리가 %1 필요하지만 %2뿐이라 %3 부족합니다. 모델 자체에는 약 %4가 필요합니다.</translation>
    </message>
    <message>
        <source>This model still requires %1 of available memory; %2 are available: %3 short. The model itself needs about %4.</source>
        <translation>이 모델에는 아직 사용 가능한 메모리가 %1 필요하지만 %2뿐이라 %3 부족합니다. 모델 자체에는 약 %4가 필요합니다.</translation>
    </message>
    <message>
        <source>The available memory is unknown: this system does not tell it. This model requires %1; it can be loaded with the minimum set to auto.</source>
        <translation>이 시스템이 알려 주지 않아 사용 가능한 메모리를 알 수 없습니다. 이 모델에는 %1가 필요합니다. 하한을 auto로 하면 불러올 수 있습니다.</translation>
    </message>
    <message>
        <source>Memory ran out while loading: %1 are left, %2 must stay free. The model itself needs about %3.</source>
        <translation>불러오는 동안 메모리가 바닥났습니다. %1가 남았고 %2는 비워 두어야 합니다. 모델 자체에는 약 %3가 필요합니다.</translation>
    </message>
</context>
<context>
    <name>LoadCurve</name>
    <message>
        <source>floor</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>예비</translation>
    </message>
    <message>
        <source>%1 left before the %2</source>
        <translation>%2까지 %1 남음</translation>
    </message>
    <message>
        <source>%1 already below the %2</source>
        <translation>%2보다 이미 %1 낮음</translation>
    </message>
    <message>
        <source>predicted peak %1</source>
        <translation>예상 최대 %1</translation>
    </message>
    <message>
        <source>no prediction</source>
        <translation>예측 없음</translation>
    </message>
</context>
<context>
    <name>LooksSheet</name>
    <message>
        <source>How the window looks</source>
        <translation>화면 모양</translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message>
        <source>before</source>
        <translation>전에</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>on %1</source>
        <extracomment>A day as this language writes it, in the notation of QDate::toString().</extracomment>
        <translation>%1</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>needs %1   free %2</source>
        <translation>필요 %1   여유 %2</translation>
    </message>
    <message>
        <source>died while it was in use</source>
        <translation>사용 중에 종료됨</translation>
    </message>
    <message>
        <source>died in step %1</source>
        <translation>%1 단계에서 종료됨</translation>
    </message>
    <message>
        <source>not tried here yet</source>
        <translation>이 기기에서 처음</translation>
    </message>
    <message>
        <source>worked %1</source>
        <translation>%1 잘됨</translation>
    </message>
    <message>
        <source>worked %1, then its engine died</source>
        <translation>%1 쓰던 중 종료됨</translation>
    </message>
    <message>
        <source>worked %1, its self-test did not</source>
        <translation>%1 자체 검사 실패</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>%1 중지함</translation>
    </message>
    <message>
        <source>too little memory %1</source>
        <translation>%1 메모리 부족</translation>
    </message>
    <message>
        <source>did not work %1</source>
        <translation>%1 실패함</translation>
    </message>
    <message>
        <source>%1 stay free for safety</source>
        <translation>안전을 위해 %1 비워 둠</translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation>%1 부족</translation>
    </message>
    <message>
        <source>free memory is unknown</source>
        <translation>여유 메모리를 알 수 없음</translation>
    </message>
    <message>
        <source>it may be slow</source>
        <translation>느릴 수 있음</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>The picture &quot;%1&quot; does not exist. Check the name.</source>
        <translation>&quot;%1&quot; 그림이 없습니다. 이름을 확인하십시오.</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; cannot be opened: %2.</source>
        <translation>&quot;%1&quot; 그림을 열 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file but a folder. Name a PNG or JPEG file in it.</source>
        <translation>&quot;%1&quot; 항목은 파일이 아니라 폴더입니다. 그 안의 PNG나 JPEG 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file. Name a PNG or JPEG file.</source>
        <translation>&quot;%1&quot; 항목은 파일이 아닙니다. PNG나 JPEG 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; cannot be read: the file is empty. Copy it again.</source>
        <translation>&quot;%1&quot; 그림을 읽을 수 없습니다. 파일이 비어 있습니다. 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a picture but a film. Open it with --source video:FILE.</source>
        <translation>&quot;%1&quot; 파일은 그림이 아니라 동영상입니다. --source video:FILE로 여십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a picture but a web page. Download the picture itself.</source>
        <translation>&quot;%1&quot; 파일은 그림이 아니라 웹 페이지입니다. 그림 자체를 내려받으십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a HEIC picture, which cannot be read here. Save it as JPEG; a phone takes JPEG when its camera format is set to the most compatible one.</source>
        <translation>&quot;%1&quot; 파일은 여기서 읽을 수 없는 HEIC 그림입니다. JPEG로 저장하십시오. 휴대전화는 카메라 형식을 호환성 우선으로 바꾸면 JPEG로 찍습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a camera raw picture, which cannot be read here. Develop it and save it as JPEG.</source>
        <translation>&quot;%1&quot; 파일은 여기서 읽을 수 없는 카메라 RAW 그림입니다. 현상하여 JPEG로 저장하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read as a picture: its contents are none. Use a PNG or JPEG file.</source>
        <translation>&quot;%1&quot; 파일을 그림으로 읽을 수 없습니다. 내용이 그림이 아닙니다. PNG나 JPEG 파일을 쓰십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a %2 file, which cannot be read here. Save it as PNG or JPEG.</source>
        <translation>&quot;%1&quot; 파일은 여기서 읽을 수 없는 %2 파일입니다. PNG나 JPEG로 저장하십시오.</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; cannot be read: it is incomplete, the end of the %2 file is missing. Copy it again.</source>
        <translation>&quot;%1&quot; 그림을 읽을 수 없습니다. %2 파일의 끝부분이 없습니다. 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; cannot be read: the %2 file is damaged. Copy it again, or save it again as PNG or JPEG.</source>
        <translation>&quot;%1&quot; 그림을 읽을 수 없습니다. %2 파일이 손상되었습니다. 다시 복사하거나 PNG나 JPEG로 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; of %2 x %3 pixels needs %4 while it is read, and %5 may be used. Scale it down, or save it as a JPEG file that is not progressive.</source>
        <translation>%2 x %3 화소인 &quot;%1&quot; 그림을 읽으려면 %4가 필요하지만 %5까지만 쓸 수 있습니다. 크기를 줄이거나 프로그레시브가 아닌 JPEG로 저장하십시오.</translation>
    </message>
</context>
<context>
    <name>PlanSheets</name>
    <message>
        <source>What the parts mean</source>
        <translation>각 항목의 뜻</translation>
    </message>
    <message>
        <source>Last loads on this device</source>
        <translation>이 기기에서의 최근 불러오기</translation>
    </message>
    <message>
        <source>Load without the floor?</source>
        <translation>하한 없이 불러오시겠습니까?</translation>
    </message>
    <message>
        <source>%1 stay free on this device so that the system and the camera always have memory.</source>
        <translation>이 기기는 시스템과 카메라가 쓸 메모리를 늘 %1 비워 둡니다.</translation>
    </message>
    <message>
        <source>With this model about %1 would be left.</source>
        <translation>이 모델을 불러오면 약 %1만 남습니다.</translation>
    </message>
    <message>
        <source>If memory runs out, the device becomes slow, and the system may end the model or another program. This window stays.</source>
        <translation>메모리가 바닥나면 기기가 느려지고, 시스템이 모델이나 다른 프로그램을 종료할 수 있습니다. 이 창은 그대로입니다.</translation>
    </message>
    <message>
        <source>Load all the same</source>
        <translation>그래도 불러오기</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
</context>
<context>
    <name>ReadingText</name>
    <message>
        <source>From %1.</source>
        <translation>출처: %1.</translation>
    </message>
    <message>
        <source>From %1, read %2 ago.</source>
        <translation>출처: %1, %2 전에 읽음.</translation>
    </message>
    <message>
        <source>How much memory is free is unknown: the kernel&apos;s files could not be read.</source>
        <translation>여유 메모리를 알 수 없습니다. 커널의 파일을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 can still be taken: a control group (%2) limits this program more tightly than the machine does.</source>
        <translation>%1를 더 쓸 수 있습니다. 제어 그룹(%2)이 기기보다 더 좁게 이 프로그램을 제한합니다.</translation>
    </message>
    <message>
        <source>About %1 can still be taken; this old kernel does not say it, so it is reckoned from free memory and caches.</source>
        <translation>약 %1를 더 쓸 수 있습니다. 오래된 커널이라 값이 없어 빈 메모리와 캐시로 계산했습니다.</translation>
    </message>
    <message>
        <source>%1 can still be taken without swapping, as the kernel estimates it.</source>
        <translation>커널의 추정으로 스왑 없이 %1를 더 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>this app</source>
        <translation>이 앱</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>free</source>
        <translation>여유</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>스왑</translation>
    </message>
    <message>
        <source>pressure</source>
        <translation>압박</translation>
    </message>
    <message>
        <source>This app takes %1: the window holds %2 and the engine %3, pages they share counted once.</source>
        <translation>이 앱은 %1를 씁니다. 창 %2, 엔진 %3이며 함께 쓰는 페이지는 한 번만 셉니다.</translation>
    </message>
    <message>
        <source>This app takes %1: only the window runs, no engine.</source>
        <translation>이 앱은 %1를 씁니다. 창만 실행 중이고 엔진은 없습니다.</translation>
    </message>
    <message>
        <source>The GPU shares the machine&apos;s memory and holds %1 of it.</source>
        <translation>GPU는 기기의 메모리를 함께 쓰며 그중 %1를 차지합니다.</translation>
    </message>
    <message>
        <source>Everything else, the system included, holds %1: the total less what is free and less this app.</source>
        <translation>시스템을 포함한 나머지가 %1를 씁니다. 전체에서 여유와 이 앱을 뺀 값입니다.</translation>
    </message>
    <message>
        <source>A model is only loaded while at least %1 are free. It keeps room for the system and the camera; it is a setting.</source>
        <translation>적어도 %1가 비어 있을 때만 모델을 불러옵니다. 시스템과 카메라의 자리를 지키는 설정값입니다.</translation>
    </message>
    <message>
        <source>%1 of %2 swap are free%3. Swap is shown and never counted: a model that swaps makes the machine stand still.</source>
        <translation>스왑 %2 중 %1가 비어 있습니다%3. 스왑은 보여 주기만 하고 세지 않습니다. 스왑을 쓰는 모델은 기기를 멈춰 세웁니다.</translation>
    </message>
    <message>
        <source> (compressed memory, zram)</source>
        <translation> (압축 메모리, zram)</translation>
    </message>
    <message>
        <source>How hard the kernel works to find memory: calm, busy or thrashing. Now: %1.</source>
        <translation>커널이 메모리를 찾느라 얼마나 애쓰는지: 안정, 바쁨, 과부하. 지금: %1.</translation>
    </message>
    <message>
        <source>board</source>
        <translation>보드</translation>
    </message>
    <message>
        <source>voltage too low</source>
        <translation>전압이 너무 낮음</translation>
    </message>
    <message>
        <source>voltage was too low</source>
        <translation>전압이 낮았음</translation>
    </message>
    <message>
        <source>slowed down</source>
        <translation>속도를 늦춤</translation>
    </message>
    <message>
        <source>was slowed down</source>
        <translation>속도를 늦춘 적 있음</translation>
    </message>
    <message>
        <source>Heat and power of the board: %1. When it is too hot or its supply too weak, it slows down, and may reset.</source>
        <translation>보드의 열과 전력: %1. 너무 뜨겁거나 전원이 약하면 느려지고 리셋될 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>파일 %1에 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The picture %1 cannot be written: %2. No further pictures are kept; the run goes on.</source>
        <translation>사진 %1에 쓸 수 없습니다: %2. 더는 사진을 저장하지 않으며, 실행은 계속됩니다.</translation>
    </message>
</context>
<context>
    <name>RowText</name>
    <message>
        <source>Model class</source>
        <translation>모델 클래스</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>체크포인트</translation>
    </message>
    <message>
        <source>Clean-up</source>
        <translation>정리</translation>
    </message>
    <message>
        <source>Memory check</source>
        <translation>메모리 확인</translation>
    </message>
    <message>
        <source>No gradients</source>
        <translation>기울기 끔</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>구성</translation>
    </message>
    <message>
        <source>CPU + eval</source>
        <translation>CPU + 평가 모드</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Clean-up and warm-up</source>
        <translation>정리와 예열</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>running</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>도달하지 않음</translation>
    </message>
</context>
<context>
    <name>Scene</name>
    <message>
        <source>moving</source>
        <translation>움직임</translation>
    </message>
    <message>
        <source>still</source>
        <translation>변화 없음</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>너무 어두움</translation>
    </message>
    <message>
        <source>without an edge</source>
        <translation>윤곽 없음</translation>
    </message>
    <message>
        <source>out of focus</source>
        <translation>초점이 맞지 않음</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>화면이 멈춤</translation>
    </message>
    <message>
        <source>It is too dark to see anything. More light would help.</source>
        <translation>너무 어두워서 아무것도 보이지 않습니다. 불을 켜 주십시오.</translation>
    </message>
    <message>
        <source>There is nothing to see but one plain surface. Is something in front of the camera?</source>
        <translation>무늬 없는 면만 보입니다. 카메라 앞을 무언가가 가리고 있지 않은지 확인해 주십시오.</translation>
    </message>
    <message>
        <source>Everything is out of focus. Please step back a little, or wipe the lens.</source>
        <translation>초점이 맞지 않아 흐리게 보입니다. 조금 뒤로 물러서거나 렌즈를 닦아 주십시오.</translation>
    </message>
    <message>
        <source>The camera keeps sending the same picture. Please unplug it and plug it in again.</source>
        <translation>카메라가 같은 화면만 계속 보냅니다. 카메라를 뽑았다가 다시 꽂아 주십시오.</translation>
    </message>
    <message>
        <source>%1 of 255</source>
        <translation>255 중 %1</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>장면</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>밝기</translation>
    </message>
    <message>
        <source>brightest twentieth</source>
        <translation>가장 밝은 5%</translation>
    </message>
    <message>
        <source>strongest edges</source>
        <translation>가장 뚜렷한 윤곽</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>선명도</translation>
    </message>
    <message>
        <source>changed cells</source>
        <translation>달라진 칸</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>same bits for</source>
        <translation>같은 화면이 이어진 시간</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings could not be read (%1). They were set aside as %2; the defaults hold.</source>
        <translation>설정을 읽을 수 없어(%1) 옆에 옮겨 두고 기본값을 씁니다. 옮긴 파일: %2.</translation>
    </message>
    <message>
        <source>Some settings have values that cannot be used and are passed over: %1 (in %2).</source>
        <translation>쓸 수 없는 설정 값을 건너뜁니다: %1 (%2).</translation>
    </message>
    <message>
        <source>%1 takes one of these: &quot;%2&quot;.</source>
        <translation>%1에 쓸 수 있는 값: &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3.</source>
        <translation>%1에는 %2부터 %3까지의 수를 씁니다.</translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3.</source>
        <translation>%1에는 %2부터 %3까지의 정수를 씁니다.</translation>
    </message>
    <message>
        <source>%1 takes a multiple of %4 from %2 to %3.</source>
        <translation>%1에는 %2부터 %3까지의 수 가운데 %4의 배수를 씁니다.</translation>
    </message>
    <message>
        <source>%1 takes true or false.</source>
        <translation>%1에는 true나 false를 씁니다.</translation>
    </message>
    <message>
        <source>%1 takes a text in quotes.</source>
        <translation>%1에는 따옴표로 묶은 글을 씁니다.</translation>
    </message>
    <message>
        <source>%1 takes a list of folders, [&quot;/first&quot;, &quot;/second&quot;].</source>
        <translation>%1에는 폴더 목록을 [&quot;/first&quot;, &quot;/second&quot;]처럼 씁니다.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read (%2). The defaults hold.</source>
        <translation>%1의 설정을 읽을 수 없습니다(%2). 기본값을 씁니다.</translation>
    </message>
    <message>
        <source>Changes are not saved until that file is mended or removed.</source>
        <translation>그 파일을 고치거나 지울 때까지 바뀐 설정을 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;.</source>
        <translation>&quot;%1&quot;이라는 설정은 없습니다.</translation>
    </message>
    <message>
        <source>%1 takes a number of megabytes or &quot;auto&quot;.</source>
        <translation>%1에는 메가바이트 수나 &quot;auto&quot;를 씁니다.</translation>
    </message>
    <message>
        <source>Language of the window, en or ko; empty follows the system.</source>
        <translation>창의 언어로 en이나 ko입니다. 비워 두면 시스템을 따릅니다.</translation>
    </message>
    <message>
        <source>Colours of the window, dark or light.</source>
        <translation>창의 색으로 dark나 light입니다.</translation>
    </message>
    <message>
        <source>Size of captions: 0 normal, 1 large, 2 largest.</source>
        <translation>캡션의 크기입니다. 0 보통, 1 크게, 2 가장 크게.</translation>
    </message>
    <message>
        <source>Where pictures come from, written as for --source; empty takes a CSI camera, else a webcam, else the cards.</source>
        <translation>그림을 가져올 곳으로 --source와 같이 씁니다. 비워 두면 CSI 카메라, 없으면 웹캠, 그것도 없으면 카드를 씁니다.</translation>
    </message>
    <message>
        <source>Megabytes that must be available before a model is loaded; auto leaves what the model itself needs, empty takes the model&apos;s own figure, else 1200.</source>
        <translation>모델을 불러오기 전에 비어 있어야 하는 메가바이트입니다. auto는 모델에 필요한 만큼만, 비워 두면 모델에 정해진 값, 없으면 1200입니다.</translation>
    </message>
    <message>
        <source>Folders searched for models before the usual ones.</source>
        <translation>기본 폴더보다 먼저 모델을 찾을 폴더입니다.</translation>
    </message>
    <message>
        <source>Diagonal of the screen in inches, so that buttons are large enough for a finger; 0 is unknown.</source>
        <translation>손가락에 맞는 버튼 크기를 정하는 화면 대각선(인치)입니다. 0은 모름입니다.</translation>
    </message>
    <message>
        <source>Shows the preview as a mirror would; the model gets it as the camera sees it.</source>
        <translation>미리 보기를 거울처럼 보여 줍니다. 모델은 카메라가 본 그대로 받습니다.</translation>
    </message>
    <message>
        <source>Degrees the camera&apos;s picture is turned clockwise, for preview and model.</source>
        <translation>카메라 그림을 시계 방향으로 돌리는 각도입니다. 미리 보기와 모델에 모두 적용됩니다.</translation>
    </message>
    <message>
        <source>Exchanges left and right of the camera&apos;s picture after turning it, for preview and model.</source>
        <translation>카메라 그림을 돌린 뒤 좌우를 바꿉니다. 미리 보기와 모델에 모두 적용됩니다.</translation>
    </message>
    <message>
        <source>The change holds for now, but it could not be saved in %1 (%2).</source>
        <translation>바뀐 설정은 지금은 적용되지만 %1에 저장하지 못했습니다(%2).</translation>
    </message>
    <message>
        <source>Model that is loaded at the start: its path, or its id in the menu; empty shows the menu.</source>
        <translation>시작할 때 불러올 모델의 경로나 메뉴에 있는 ID입니다. 비워 두면 메뉴가 나옵니다.</translation>
    </message>
    <message>
        <source>%1 takes two hours, as in &quot;22-7&quot;.</source>
        <translation>%1 값은 &quot;22-7&quot;처럼 두 시각이어야 합니다.</translation>
    </message>
    <message>
        <source>What is read aloud: off is nothing, requested the captions a person asks for, changes in the kiosk every new caption too.</source>
        <translation>소리 내어 읽을 내용입니다. off는 읽지 않고, requested는 사람이 요청한 캡션만, changes는 키오스크에서 새 캡션도 읽습니다.</translation>
    </message>
    <message>
        <source>Speed of the voice, from -100 slowest over 0 usual to 100 fastest.</source>
        <translation>음성의 빠르기입니다. -100이 가장 느리고 0이 보통, 100이 가장 빠릅니다.</translation>
    </message>
    <message>
        <source>Loudness of the voice in percent.</source>
        <translation>음성의 크기(퍼센트)입니다.</translation>
    </message>
    <message>
        <source>Silences the voice.</source>
        <translation>음성을 끕니다.</translation>
    </message>
    <message>
        <source>Seconds without a touch or change after which a kiosk goes back to its own language and text size, forgets its captions and shows its cards; 0 is never.</source>
        <translation>터치도 변화도 없이 이 시간(초)이 지나면 키오스크가 원래 언어와 글자 크기로 돌아가고 지난 캡션을 지운 뒤 카드를 보여 줍니다. 0이면 하지 않습니다.</translation>
    </message>
    <message>
        <source>Hours in which a kiosk nobody uses is dimmed, as in 22-7; empty is never.</source>
        <translation>아무도 쓰지 않는 키오스크의 화면을 어둡게 하는 시간대입니다(예: 22-7). 비워 두면 어둡게 하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 holds no settings of Nanocap. Write it on the other kiosk&apos;s operator page.</source>
        <translation>%1 파일에 Nanocap 설정이 없습니다. 다른 키오스크의 운영자 화면에서 저장하십시오.</translation>
    </message>
    <message>
        <source>%1 takes a list of any of these: [&quot;%2&quot;].</source>
        <translation>%1에는 다음 가운데 고른 목록이 들어갑니다: [&quot;%2&quot;].</translation>
    </message>
    <message>
        <source>What a visitor of a kiosk may change without the operator&apos;s PIN.</source>
        <translation>키오스크 방문자가 운영자 PIN 없이 바꿀 수 있는 것.</translation>
    </message>
    <message>
        <source>Shows changes at once, without moving anything; lists do not coast.</source>
        <translation>움직임 없이 바로 바꿉니다. 목록도 미끄러지지 않습니다.</translation>
    </message>
    <message>
        <source>Threads that compute captions; 0 is one fewer than the processor has cores.</source>
        <translation>캡션을 계산하는 스레드 수입니다. 0은 프로세서 코어 수보다 하나 적습니다.</translation>
    </message>
</context>
<context>
    <name>SourceSheet</name>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Camera on the board&apos;s ribbon cable (CSI)</source>
        <translation>보드 리본 케이블 카메라(CSI)</translation>
    </message>
    <message>
        <source>Built-in picture cards, no camera</source>
        <translation>내장 그림 카드(카메라 없음)</translation>
    </message>
    <message>
        <source>Where should pictures come from?</source>
        <translation>영상 입력 고르기</translation>
    </message>
    <message>
        <source>Film: %1</source>
        <translation>동영상: %1</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>사진: %1</translation>
    </message>
    <message>
        <source>Camera: %1</source>
        <translation>카메라: %1</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>그림 카드</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>카메라 켜짐</translation>
    </message>
    <message>
        <source>Camera starts</source>
        <translation>카메라 켜는 중</translation>
    </message>
    <message>
        <source>Camera in use</source>
        <translation>다른 곳에서 사용 중</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>영상 없음</translation>
    </message>
    <message>
        <source>Camera gone</source>
        <translation>카메라 없음</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>카메라 꺼짐</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>The built-in cards cannot be shown: %1. Install the program&apos;s data again, or choose another source.</source>
        <translation>내장 카드를 보여 줄 수 없습니다: %1. 프로그램의 자료를 다시 설치하거나 다른 입력을 고르십시오.</translation>
    </message>
    <message>
        <source>their list cards.json is missing</source>
        <translation>목록 cards.json이 없습니다</translation>
    </message>
    <message>
        <source>their list cards.json is not readable</source>
        <translation>목록 cards.json을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>their list cards.json names no picture</source>
        <translation>목록 cards.json에 그림이 없습니다</translation>
    </message>
    <message>
        <source>There is no folder &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>There is no video file &quot;%1&quot; that can be read.</source>
        <translation>&quot;%1&quot; 동영상 파일이 없거나 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>GStreamer sources need the helper program nanocap-gst, which is not installed. Install it, or choose another source.</source>
        <translation>GStreamer 입력에는 보조 프로그램 nanocap-gst가 필요하지만 설치되어 있지 않습니다. 설치하거나 다른 입력을 고르십시오.</translation>
    </message>
    <message>
        <source>The source &quot;%1&quot; needs the number of a CSI camera: csi:0.</source>
        <translation>&quot;%1&quot;에는 CSI 카메라의 번호가 필요합니다: csi:0.</translation>
    </message>
    <message>
        <source>The source &quot;gst:&quot; needs a GStreamer pipeline, as in gst:videotestsrc.</source>
        <translation>&quot;gst:&quot;에는 GStreamer 파이프라인이 필요합니다. 예: gst:videotestsrc.</translation>
    </message>
    <message>
        <source>The source &quot;video:&quot; needs a file, as in video:/path/clip.mp4.</source>
        <translation>&quot;video:&quot;에는 파일이 필요합니다. 예: video:/path/clip.mp4.</translation>
    </message>
    <message>
        <source>The source &quot;images:&quot; needs a folder, as in images:/path/pictures.</source>
        <translation>&quot;images:&quot;에는 폴더가 필요합니다. 예: images:/path/pictures.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a source. Use camera:, camera:NAME, gst:PIPELINE, csi:0, video:FILE, images:DIR or cards:.</source>
        <translation>쓸 수 없는 입력입니다: &quot;%1&quot;. camera:, camera:NAME, gst:PIPELINE, csi:0, video:FILE, images:DIR, cards: 가운데 하나를 쓰십시오.</translation>
    </message>
    <message>
        <source>its pictures in the format &quot;%1&quot; are damaged or too small. Choose another camera, or read it with gst:v4l2src</source>
        <translation>카메라가 보내는 &quot;%1&quot; 형식의 영상이 손상되었거나 너무 작습니다. 다른 카메라를 고르거나 gst:v4l2src로 읽으십시오</translation>
    </message>
    <message>
        <source>it gives pictures in the format &quot;%1&quot;, which stays in the graphics card. Choose another camera, or read it with gst:v4l2src</source>
        <translation>카메라가 보내는 &quot;%1&quot; 형식의 영상은 그래픽 카드 안에만 있습니다. 다른 카메라를 고르거나 gst:v4l2src로 읽으십시오</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없는</translation>
    </message>
    <message>
        <source>1 %1 file</source>
        <translation>%1 파일 1개</translation>
    </message>
    <message>
        <source>%1 %2 files</source>
        <translation>%2 파일 %1개</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be read: %2.</source>
        <translation>&quot;%1&quot; 폴더를 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; has no pictures (JPEG, PNG, WebP, GIF, BMP or TIFF): it has no files.</source>
        <translation>&quot;%1&quot; 폴더에 그림(JPEG, PNG, WebP, GIF, BMP, TIFF)이 없습니다. 파일이 하나도 없습니다.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; has no pictures (JPEG, PNG, WebP, GIF, BMP or TIFF). It has: %2.</source>
        <translation>&quot;%1&quot; 폴더에 그림(JPEG, PNG, WebP, GIF, BMP, TIFF)이 없습니다. 들어 있는 것: %2.</translation>
    </message>
    <message>
        <source>The built-in cards are starting.</source>
        <translation>내장 카드를 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>일시 정지됨.</translation>
    </message>
    <message>
        <source>Pictures are arriving.</source>
        <translation>사진이 들어오고 있습니다.</translation>
    </message>
    <message>
        <source>The camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>The pipeline</source>
        <translation>파이프라인</translation>
    </message>
    <message>
        <source>Reading the first picture.</source>
        <translation>첫 사진을 읽는 중입니다.</translation>
    </message>
    <message>
        <source>All pictures have been shown.</source>
        <translation>사진을 모두 보여 주었습니다.</translation>
    </message>
    <message>
        <source>the camera stopped giving pictures</source>
        <translation>카메라가 영상을 멈췄습니다</translation>
    </message>
    <message>
        <source>The pipeline has ended.</source>
        <translation>파이프라인이 끝났습니다.</translation>
    </message>
    <message>
        <source>The camera is starting.</source>
        <translation>카메라를 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>The pipeline is starting.</source>
        <translation>파이프라인을 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>%1 is in use by another program. Close that program; the camera is tried again by itself.</source>
        <translation>%1: 다른 프로그램이 사용 중입니다. 그 프로그램을 닫으면 자동으로 다시 시도합니다.</translation>
    </message>
    <message>
        <source>%1 was unplugged. Plug it in again: the pictures go on by themselves.</source>
        <translation>%1: 뽑혔습니다. 다시 꽂으면 자동으로 이어집니다.</translation>
    </message>
    <message>
        <source>%1 is not connected. Plug it in, or choose another source.</source>
        <translation>%1: 연결되어 있지 않습니다. 꽂거나 다른 입력을 고르십시오.</translation>
    </message>
    <message>
        <source>%1 has given no picture for %2 seconds.</source>
        <translation>%1: %2초 동안 영상이 없습니다.</translation>
    </message>
    <message>
        <source>%1 gives no pictures: %2. It is tried again by itself.</source>
        <translation>%1: 영상이 없습니다(%2). 자동으로 다시 시도합니다.</translation>
    </message>
    <message>
        <source>%1 has given no picture for %2 seconds. It is opened again by itself.</source>
        <translation>%1: %2초 동안 영상이 없어 자동으로 다시 엽니다.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1: 열 수 없습니다(%2).</translation>
    </message>
    <message>
        <source>no reason is known</source>
        <translation>이유를 알 수 없음</translation>
    </message>
    <message>
        <source>The camera &quot;%1&quot;</source>
        <translation>카메라 “%1”</translation>
    </message>
    <message>
        <source>it is not connected</source>
        <translation>연결되어 있지 않음</translation>
    </message>
    <message>
        <source>The source %1 gave no picture within %2 seconds. Check it, or choose another.</source>
        <translation>입력 %1에서 %2초 안에 영상이 오지 않았습니다. 확인하거나 다른 입력을 고르십시오.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1: %2 {1,?}</translation>
    </message>
    <message>
        <source>The film is being opened.</source>
        <translation>동영상을 여는 중입니다.</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>Nothing can be read aloud: there is no sound card. Connect one, or switch speech off in the settings.</source>
        <translation>소리 내어 읽을 수 없습니다. 사운드 장치가 없습니다. 장치를 연결하거나 설정에서 음성을 끄십시오.</translation>
    </message>
    <message>
        <source>Nothing can be read aloud: there is no Korean voice. Install the packages speech-dispatcher, speech-dispatcher-espeak-ng and qt6-speech-speechd-plugin.</source>
        <translation>소리 내어 읽을 수 없습니다. 한국어 음성이 없습니다. speech-dispatcher, speech-dispatcher-espeak-ng, qt6-speech-speechd-plugin 패키지를 설치하십시오.</translation>
    </message>
    <message>
        <source>Nothing can be read aloud: there is no English voice. Install the package qt6-speech-flite-plugin.</source>
        <translation>소리 내어 읽을 수 없습니다. 영어 음성이 없습니다. qt6-speech-flite-plugin 패키지를 설치하십시오.</translation>
    </message>
    <message>
        <source>Nothing can be read aloud: the voice does not answer.</source>
        <translation>소리 내어 읽을 수 없습니다. 음성 프로그램이 응답하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Stall</name>
    <message>
        <source>no sign of work for %1 s</source>
        <translation>%1초 동안 작업의 기미가 없습니다</translation>
    </message>
    <message>
        <source>waiting for the disk: %1 MB/s</source>
        <translation>디스크를 기다리는 중: %1 MB/s</translation>
    </message>
    <message>
        <source>everything waits for memory %1 % of the time</source>
        <translation>모든 일이 시간의 %1 % 동안 메모리를 기다림</translation>
    </message>
    <message>
        <source>computing for %1 s</source>
        <translation>%1초째 계산 중</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>See nanocap --help.</source>
        <translation>nanocap --help를 보십시오.</translation>
    </message>
    <message>
        <source>--captions takes a number from 1, not &quot;%1&quot;.</source>
        <translation>--captions에는 1 이상의 수를 씁니다. &quot;%1&quot; 값은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--captions needs a --model to caption with.</source>
        <translation>--captions에는 캡션을 만들 --model이 필요합니다.</translation>
    </message>
    <message>
        <source>--language takes en or ko, not &quot;%1&quot;.</source>
        <translation>--language에는 en이나 ko를 씁니다. &quot;%1&quot; 값은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--theme takes dark or light, not &quot;%1&quot;.</source>
        <translation>--theme에는 dark나 light를 씁니다. &quot;%1&quot; 값은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--min-available takes megabytes or auto, not &quot;%1&quot;.</source>
        <translation>--min-available에는 메가바이트 수나 auto를 씁니다. &quot;%1&quot; 값은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--precision takes fp32, fp16 or int8, not &quot;%1&quot;.</source>
        <translation>--precision에는 fp32, fp16, int8을 씁니다. &quot;%1&quot; 값은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>See nanocapctl --help.</source>
        <translation>nanocapctl --help를 보십시오.</translation>
    </message>
    <message>
        <source>No command given.</source>
        <translation>명령이 없습니다.</translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;.</source>
        <translation>&quot;%1&quot;: 알 수 없는 명령입니다.</translation>
    </message>
    <message>
        <source>%1 needs a FILE: a checkpoint&apos;s path, a model&apos;s id or its number.</source>
        <translation>%1 명령에는 FILE이 필요합니다. 체크포인트 경로, 모델의 id 또는 번호를 쓰십시오.</translation>
    </message>
    <message>
        <source>caption needs at least one IMAGE.</source>
        <translation>caption에는 IMAGE가 하나 이상 필요합니다.</translation>
    </message>
    <message>
        <source>%1 does not take &quot;%2&quot;.</source>
        <translation>%1 명령에는 &quot;%2&quot; 값을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--runs takes a number from 1 to 1000.</source>
        <translation>--runs에는 1부터 1000까지의 숫자를 씁니다.</translation>
    </message>
    <message>
        <source>There is no file or folder &quot;%1&quot;. Check the name.</source>
        <translation>파일이나 폴더 &quot;%1&quot;에 해당하는 것이 없습니다. 이름을 확인하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one too many: one model and one source of pictures can be opened at a time.</source>
        <translation>&quot;%1&quot;까지는 열 수 없습니다. 한 번에 모델 하나와 영상 입력 하나만 열 수 있습니다.</translation>
    </message>
    <message>
        <source>--source-timeout takes seconds from 1 to 86400, not &quot;%1&quot;.</source>
        <translation>--source-timeout에는 1부터 86400까지의 초를 씁니다. 받은 값: &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--size takes WIDTHxHEIGHT from 480x320 or 320x480 on, not &quot;%1&quot;.</source>
        <translation>--size에는 480x320 또는 320x480 이상의 너비x높이를 씁니다. 받은 값: &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--set and --reset belong to pin.</source>
        <translation>--set과 --reset은 pin에만 씁니다.</translation>
    </message>
    <message>
        <source>pin takes --set or --reset, not both.</source>
        <translation>pin에는 --set과 --reset 가운데 하나만 씁니다.</translation>
    </message>
    <message>
        <source>A PIN is never given on the command line, where other users can read it. nanocapctl pin --set asks for it.</source>
        <translation>PIN은 다른 사용자가 읽을 수 있는 명령줄에 쓰지 않습니다. nanocapctl pin --set이 물어봅니다.</translation>
    </message>
    <message>
        <source>--threads takes a number from 1 to 64.</source>
        <translation>--threads에는 1부터 64까지의 수를 씁니다.</translation>
    </message>
    <message>
        <source>--compare belongs to bench.</source>
        <translation>--compare는 bench에만 씁니다.</translation>
    </message>
</context>
<context>
    <name>nanocap::app::FailureFlow</name>
    <message>
        <source>Report saved</source>
        <translation>보고서를 저장했습니다</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>보고서를 저장하지 못했습니다</translation>
    </message>
</context>
<context>
    <name>nanocap::app::HelpFlow</name>
    <message>
        <source>Refused for memory</source>
        <translation>메모리 때문에 거절됨</translation>
    </message>
    <message>
        <source>The model&apos;s file</source>
        <translation>모델 파일</translation>
    </message>
    <message>
        <source>The model&apos;s program</source>
        <translation>모델 프로그램</translation>
    </message>
    <message>
        <source>Pictures, cameras, settings</source>
        <translation>사진, 카메라, 설정</translation>
    </message>
    <message>
        <source>Stopped by somebody</source>
        <translation>누군가 멈춤</translation>
    </message>
    <message>
        <source>What each failure means</source>
        <translation>실패의 뜻과 할 일</translation>
    </message>
    <message>
        <source>About Nanocap</source>
        <translation>Nanocap 정보</translation>
    </message>
    <message>
        <source>Licence: Apache-2.0.</source>
        <translation>라이선스: Apache-2.0.</translation>
    </message>
    <message>
        <source>Window, films and voices. LGPL-3.0.</source>
        <translation>창, 동영상, 음성. LGPL-3.0.</translation>
    </message>
    <message>
        <source>The models&apos; arithmetic. BSD-3-Clause. Debian&apos;s libtorch uses no GPU: every model runs on the processor.</source>
        <translation>모델 계산. BSD-3-Clause. 데비안의 libtorch는 GPU를 쓰지 않습니다. 모든 모델은 프로세서에서 실행됩니다.</translation>
    </message>
    <message>
        <source>Pictures and cameras (Apache-2.0, LGPL-2.1), films (LGPL-2.1 or GPL-2.0), the PIN (ISC).</source>
        <translation>사진과 카메라(Apache-2.0, LGPL-2.1), 동영상(LGPL-2.1 또는 GPL-2.0), PIN(ISC).</translation>
    </message>
    <message>
        <source>Pictures of the cards</source>
        <translation>카드 그림</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>개인 정보</translation>
    </message>
    <message>
        <source>Everything is done on this device. No picture leaves it, and none is kept unless somebody asks for it.</source>
        <translation>모든 일은 이 기기에서 합니다. 사진은 기기를 떠나지 않고, 요청하지 않으면 저장하지도 않습니다.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>The help is not installed: %1 is missing.</source>
        <translation>도움말이 설치되어 있지 않습니다. %1 폴더가 없습니다.</translation>
    </message>
</context>
<context>
    <name>nanocap::app::HistoryFlow</name>
    <message>
        <source>Save the history</source>
        <translation>기록 저장</translation>
    </message>
    <message>
        <source>What was said, when and how surely, as one file. No pictures are in it.</source>
        <translation>캡션과 시각, 확신 정도를 파일 하나로 저장합니다. 그림은 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>For a spreadsheet (CSV)</source>
        <translation>스프레드시트용 (CSV)</translation>
    </message>
    <message>
        <source>For a program (JSON)</source>
        <translation>프로그램용 (JSON)</translation>
    </message>
    <message>
        <source>History saved</source>
        <translation>기록을 저장했습니다</translation>
    </message>
    <message>
        <source>The history was not saved</source>
        <translation>기록을 저장하지 못했습니다</translation>
    </message>
</context>
<context>
    <name>nanocap::app::ImportFlow</name>
    <message>
        <source>Not imported</source>
        <translation>가져오지 못함</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>모델 가져오기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>%1 is being copied: %2 of %3.</source>
        <translation>%1: 복사하는 중입니다(%3 중 %2).</translation>
    </message>
    <message>
        <source>Drives are being looked for…</source>
        <translation>드라이브를 찾고 있습니다…</translation>
    </message>
    <message>
        <source>There is no USB drive. Put one in and look again.</source>
        <translation>USB 드라이브가 없습니다. 꽂고 다시 찾으십시오.</translation>
    </message>
    <message>
        <source>No model is on it: files that end in .pth, .pt or .pth.tar.</source>
        <translation>모델(.pth, .pt, .pth.tar 파일)이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>할 일이 없음</translation>
    </message>
    <message>
        <source>The very same model is there already: %1.</source>
        <translation>똑같은 모델이 이미 있습니다: %1.</translation>
    </message>
    <message>
        <source>Keep %1?</source>
        <translation>보관합니까? %1</translation>
    </message>
    <message>
        <source>Another model of this name is there. It is replaced.</source>
        <translation>이름이 같은 다른 모델이 있습니다. 그것을 바꿉니다.</translation>
    </message>
    <message>
        <source>The copy is what its checksum says.</source>
        <translation>복사본이 체크섬과 일치합니다.</translation>
    </message>
    <message>
        <source>No checksum lies beside it. Its SHA-256 is %1. Keep it if that is what its maker says.</source>
        <translation>함께 있는 체크섬이 없습니다. SHA-256은 %1입니다. 만든 사람이 알려 준 값과 같으면 보관하십시오.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>보관</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져왔습니다</translation>
    </message>
    <message>
        <source>%1 is in the menu now. The copy is what its checksum says.</source>
        <translation>%1: 이제 메뉴에 있습니다. 복사본이 체크섬과 일치합니다.</translation>
    </message>
    <message>
        <source>%1 is in the menu now.</source>
        <translation>%1: 이제 메뉴에 있습니다.</translation>
    </message>
</context>
<context>
    <name>nanocap::app::LiveFlow</name>
    <message>
        <source>Last caption</source>
        <translation>마지막 캡션</translation>
    </message>
    <message>
        <source>Stop this model?</source>
        <translation>이 모델을 끝낼까요?</translation>
    </message>
    <message>
        <source>It took %1 to load, and must be loaded again to be used again.</source>
        <translation>불러오는 데 %1 걸렸습니다. 다시 쓰려면 처음부터 다시 불러와야 합니다.</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>끝내기</translation>
    </message>
</context>
<context>
    <name>nanocap::app::MemoryFlow</name>
    <message>
        <source>Next number</source>
        <translation>다음 숫자</translation>
    </message>
</context>
<context>
    <name>nanocap::app::MenuFlow</name>
    <message>
        <source>The model is gone</source>
        <translation>모델이 없어졌습니다</translation>
    </message>
    <message>
        <source>%1 is no longer there.</source>
        <translation>%1 모델이 더는 없습니다.</translation>
    </message>
</context>
<context>
    <name>nanocap::app::OpenFlow</name>
    <message>
        <source>Not opened</source>
        <translation>열지 못했습니다</translation>
    </message>
</context>
<context>
    <name>nanocap::app::OperatorFlow</name>
    <message>
        <source>This device</source>
        <translation>이 기기</translation>
    </message>
    <message>
        <source>Check machine</source>
        <translation>기기 점검</translation>
    </message>
    <message>
        <source>Flight recorder</source>
        <translation>비행 기록</translation>
    </message>
    <message>
        <source>Report to USB</source>
        <translation>보고서를 USB로</translation>
    </message>
    <message>
        <source>For whoever must find out why. No picture and no caption is in it.</source>
        <translation>원인을 찾을 사람을 위한 것입니다. 사진과 캡션은 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Settings to USB</source>
        <translation>설정을 USB로</translation>
    </message>
    <message>
        <source>For a second kiosk, without the PIN.</source>
        <translation>다른 키오스크용이며 PIN은 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>Settings from USB</source>
        <translation>USB에서 설정 가져오기</translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation>설정 초기화</translation>
    </message>
    <message>
        <source>Start the program anew</source>
        <translation>프로그램 다시 시작</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>키오스크 끝내기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Back to the kiosk</source>
        <translation>키오스크로</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>At the start: %1</source>
        <translation>시작할 때: %1</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>메뉴 열기</translation>
    </message>
    <message>
        <source>Ends the model that runs.</source>
        <translation>지금 쓰는 모델을 끝냅니다.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Where pictures come from</source>
        <translation>사진을 받는 곳</translation>
    </message>
    <message>
        <source>Reset the settings?</source>
        <translation>설정을 초기화합니까?</translation>
    </message>
    <message>
        <source>Every setting gets its first value again. Models and the PIN stay.</source>
        <translation>모든 설정이 처음 값으로 돌아갑니다. 모델과 PIN은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장하지 못함</translation>
    </message>
    <message>
        <source>Start anew?</source>
        <translation>다시 시작합니까?</translation>
    </message>
    <message>
        <source>The program ends and starts again.</source>
        <translation>프로그램이 끝났다가 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>끝냅니까?</translation>
    </message>
    <message>
        <source>The program ends. The screen shows what lies under it.</source>
        <translation>프로그램을 끝냅니다. 그 아래에 있던 화면이 나타납니다.</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>최근 것부터</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>아직 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Help and About</source>
        <translation>도움말과 정보</translation>
    </message>
</context>
<context>
    <name>nanocap::app::OperatorModels</name>
    <message>
        <source>None: the menu is shown</source>
        <translation>없음, 메뉴가 나옵니다</translation>
    </message>
    <message>
        <source>%1, which is not there</source>
        <translation>%1(지금은 없음)</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장하지 못함</translation>
    </message>
    <message>
        <source>loaded at the start</source>
        <translation>시작할 때 불러옴</translation>
    </message>
    <message>
        <source>loaded now</source>
        <translation>지금 쓰는 중</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>기본 제공</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>Import from a USB drive</source>
        <translation>USB 드라이브에서 가져오기</translation>
    </message>
    <message>
        <source>Copies a model into this device.</source>
        <translation>모델을 이 기기에 복사합니다.</translation>
    </message>
    <message>
        <source>Load none at the start</source>
        <translation>시작할 때 불러오지 않음</translation>
    </message>
    <message>
        <source>The menu is shown.</source>
        <translation>메뉴가 나옵니다.</translation>
    </message>
    <message>
        <source>Load it now</source>
        <translation>지금 불러오기</translation>
    </message>
    <message>
        <source>Load it at every start</source>
        <translation>시작할 때마다 불러오기</translation>
    </message>
    <message>
        <source>Remove it from this device</source>
        <translation>이 기기에서 지우기</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>지웁니까? %1</translation>
    </message>
    <message>
        <source>The file %1 is deleted. It cannot be brought back here.</source>
        <translation>%1 파일이 지워집니다. 여기서는 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Not removed</source>
        <translation>지우지 못함</translation>
    </message>
    <message>
        <source>%1 cannot be deleted (%2).</source>
        <translation>%1: 지울 수 없습니다(%2).</translation>
    </message>
</context>
<context>
    <name>nanocap::app::OperatorSession</name>
    <message>
        <source>There is no PIN, so the operator&apos;s page stays closed. Set one in a terminal of this device:
nanocapctl pin --set</source>
        <translation>PIN이 없어 운영자 화면을 열 수 없습니다. 이 기기의 터미널에서 정하십시오:
nanocapctl pin --set</translation>
    </message>
    <message>
        <source>The file with the PIN cannot be used. Set a new PIN in a terminal of this device:
nanocapctl pin --set</source>
        <translation>PIN 파일을 쓸 수 없습니다. 이 기기의 터미널에서 새 PIN을 정하십시오:
nanocapctl pin --set</translation>
    </message>
    <message>
        <source>Too many wrong PINs. The next try is in %1 minutes.</source>
        <translation>PIN이 여러 번 틀렸습니다. %1분 뒤에 다시 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. The next try is in %1 s.</source>
        <translation>PIN이 여러 번 틀렸습니다. %1초 뒤에 다시 할 수 있습니다.</translation>
    </message>
    <message>
        <source>That is not the PIN. One try is left.</source>
        <translation>PIN이 아닙니다. 한 번 더 할 수 있습니다.</translation>
    </message>
    <message>
        <source>That is not the PIN. %1 tries are left.</source>
        <translation>PIN이 아닙니다. %1번 더 할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>nanocap::app::OperatorSource</name>
    <message>
        <source>Where pictures come from</source>
        <translation>사진을 받는 곳</translation>
    </message>
    <message>
        <source>On this device</source>
        <translation>이 기기에 있는 것</translation>
    </message>
    <message>
        <source>A film, or a folder of pictures</source>
        <translation>영상이나 사진 폴더</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>영상</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Home folder</source>
        <translation>홈 폴더</translation>
    </message>
    <message>
        <source>USB drive %1</source>
        <translation>USB 드라이브 %1</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>These pictures</source>
        <translation>이 사진들</translation>
    </message>
    <message>
        <source>The folder is being read…</source>
        <translation>폴더를 읽고 있습니다…</translation>
    </message>
    <message>
        <source>No film, picture or folder is in it.</source>
        <translation>영상, 사진, 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>The folder cannot be read (%1).</source>
        <translation>폴더를 읽을 수 없습니다(%1).</translation>
    </message>
    <message>
        <source>The drive cannot be used</source>
        <translation>드라이브를 쓸 수 없음</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>열지 못함</translation>
    </message>
    <message>
        <source>%1 is neither a film nor a picture.</source>
        <translation>%1: 영상도 사진도 아닙니다.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장하지 못함</translation>
    </message>
</context>
<context>
    <name>nanocap::app::Program</name>
    <message>
        <source>The self-test failed</source>
        <translation>자체 검사 실패</translation>
    </message>
    <message>
        <source>Since the last start</source>
        <translation>지난번 시작 이후</translation>
    </message>
    <message>
        <source>Folder of models</source>
        <translation>모델 폴더</translation>
    </message>
    <message>
        <source>The models in %1 are in the menu now.</source>
        <translation>%1 폴더의 모델이 메뉴에 추가되었습니다.</translation>
    </message>
    <message>
        <source>A model is being loaded</source>
        <translation>모델을 불러오는 중입니다</translation>
    </message>
    <message>
        <source>Wait until it is loaded, or cancel it; then open %1 again.</source>
        <translation>다 불러올 때까지 기다리거나 취소한 뒤 %1 파일을 다시 여십시오.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Pictures will come from %1. Choose a model.</source>
        <translation>이제 %1에서 사진을 가져옵니다. 모델을 고르십시오.</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>음성</translation>
    </message>
</context>
<context>
    <name>nanocap::app::RecoveryFlow</name>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>연속 실패 횟수</translation>
    </message>
    <message>
        <source>Next model</source>
        <translation>다음 모델</translation>
    </message>
</context>
<context>
    <name>nanocap::app::SettingsRows</name>
    <message>
        <source>Window</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Visitors may change</source>
        <translation>방문자가 바꿀 수 있는 것</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>음성</translation>
    </message>
    <message>
        <source>Nobody there</source>
        <translation>사람이 없을 때</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장하지 못함</translation>
    </message>
    <message>
        <source>Preview as a mirror</source>
        <translation>미리보기를 거울처럼</translation>
    </message>
    <message>
        <source>Turn the picture</source>
        <translation>사진 돌리기</translation>
    </message>
    <message>
        <source>Exchange left and right</source>
        <translation>좌우 바꾸기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Caption size</source>
        <translation>캡션 크기</translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation>화면 크기</translation>
    </message>
    <message>
        <source>Memory kept free (the floor)</source>
        <translation>비워 둘 메모리(하한)</translation>
    </message>
    <message>
        <source>Speak captions</source>
        <translation>캡션 읽어 주기</translation>
    </message>
    <message>
        <source>Speed of speech</source>
        <translation>말하는 빠르기</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>소리 크기</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>소리 끄기</translation>
    </message>
    <message>
        <source>Show the cards when nobody is there</source>
        <translation>사람이 없을 때 카드 보여 주기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Where pictures come from</source>
        <translation>사진을 받는 곳</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템에 따름</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>가장 크게</translation>
    </message>
    <message>
        <source>Not turned</source>
        <translation>돌리지 않음</translation>
    </message>
    <message>
        <source>%1° clockwise</source>
        <translation>시계 방향 %1°</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>%1 inches</source>
        <translation>%1인치</translation>
    </message>
    <message>
        <source>As the model says, else 1200 MB</source>
        <translation>모델이 정한 값, 없으면 1200 MB</translation>
    </message>
    <message>
        <source>Only what the model needs</source>
        <translation>모델에 필요한 만큼만</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>하지 않음</translation>
    </message>
    <message>
        <source>After %1 s</source>
        <translation>%1초 뒤</translation>
    </message>
    <message>
        <source>Camera, else the cards</source>
        <translation>카메라, 없으면 카드</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>카메라 %1</translation>
    </message>
    <message>
        <source>CSI camera %1</source>
        <translation>CSI 카메라 %1</translation>
    </message>
    <message>
        <source>Built-in cards</source>
        <translation>내장 카드</translation>
    </message>
    <message>
        <source>Film %1</source>
        <translation>영상 %1</translation>
    </message>
    <message>
        <source>Pictures of %1</source>
        <translation>사진 %1</translation>
    </message>
    <message>
        <source>Dim at night</source>
        <translation>밤에 어둡게</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>움직임 줄이기</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>Captions somebody asks for</source>
        <translation>요청한 캡션만</translation>
    </message>
    <message>
        <source>New captions too</source>
        <translation>새 캡션도</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1퍼센트</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>가장 느리게</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>가장 빠르게</translation>
    </message>
</context>
<context>
    <name>nanocap::app::SourceFlow</name>
    <message>
        <source>Open a film or pictures…</source>
        <translation>동영상이나 사진 열기…</translation>
    </message>
</context>
<context>
    <name>nanocap::app::UsbFlow</name>
    <message>
        <source>There is no USB drive. Put one in and try once more.</source>
        <translation>USB 드라이브가 없습니다. 꽂고 다시 해 보십시오.</translation>
    </message>
    <message>
        <source>The drive cannot be used</source>
        <translation>드라이브를 쓸 수 없음</translation>
    </message>
    <message>
        <source>Report to USB</source>
        <translation>보고서를 USB로</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>보고서를 저장하지 못함</translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation>보고서를 저장했습니다</translation>
    </message>
    <message>
        <source>%1. The drive can be pulled out.</source>
        <translation>%1. 이제 드라이브를 빼도 됩니다.</translation>
    </message>
    <message>
        <source>Settings to USB</source>
        <translation>설정을 USB로</translation>
    </message>
    <message>
        <source>The settings could not be saved</source>
        <translation>설정을 저장하지 못함</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>설정을 저장했습니다</translation>
    </message>
    <message>
        <source>%1 is on the drive, which can be pulled out. The PIN is not in it, nor what belongs to this device alone: the source of pictures, folders and files of models, the screen&apos;s size, how the camera is turned.</source>
        <translation>드라이브에 %1 파일을 저장했습니다. 이제 빼도 됩니다. PIN과 이 기기에만 맞는 것(사진을 받는 곳, 모델 폴더와 파일, 화면 크기, 카메라 방향)은 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Settings from USB</source>
        <translation>USB에서 설정 가져오기</translation>
    </message>
    <message>
        <source>%1 settings were taken over.</source>
        <translation>설정 %1개를 가져왔습니다.</translation>
    </message>
    <message>
        <source>Passed over, since they are of another device or not known here: %1.</source>
        <translation>다른 기기의 것이거나 여기서 모르는 것이라 넘어갔습니다: %1.</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::AttractView</name>
    <message>
        <source>Demonstration</source>
        <translation>시연 화면</translation>
    </message>
    <message>
        <source>Touch the screen to begin</source>
        <translation>화면을 터치하면 시작합니다</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::CaptionPanel</name>
    <message>
        <source>Caption</source>
        <translation>캡션</translation>
    </message>
    <message>
        <source>%1; not sure of: %2</source>
        <translation>%1; 확실하지 않은 낱말: %2</translation>
    </message>
    <message>
        <source>Captioning…</source>
        <translation>캡션을 만드는 중…</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::CountdownPage</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 starts by itself</source>
        <translation>%1: 자동 시작</translation>
    </message>
    <message>
        <source>It is loaded in %1. Choose Stop to take another model instead.</source>
        <translation>%1 후에 불러옵니다. 다른 모델을 고르려면 ‘중지’를 누르십시오.</translation>
    </message>
    <message>
        <source>%1 has stopped</source>
        <translation>%1: 멈췄습니다</translation>
    </message>
    <message>
        <source>It is loaded again in %1. Nothing needs to be done.</source>
        <translation>%1 후에 다시 불러옵니다. 그대로 기다리십시오.</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>잠시만 기다려 주십시오</translation>
    </message>
    <message>
        <source>The captions go on by themselves in %1.</source>
        <translation>%1 후에 캡션이 자동으로 이어집니다.</translation>
    </message>
    <message>
        <source>A short rest</source>
        <translation>잠시 쉬고 있습니다</translation>
    </message>
    <message>
        <source>There was trouble a few times in a row. The captions start by themselves in %1.</source>
        <translation>문제가 몇 번 이어져 잠시 쉬고 있습니다. %1 후에 캡션이 자동으로 시작됩니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Load now</source>
        <translation>지금 불러오기</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 다시 시도</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>남은 시간</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::DeficitTable</name>
    <message>
        <source>Runtime (libtorch)</source>
        <translation>런타임(libtorch)</translation>
    </message>
    <message>
        <source>Converted copies</source>
        <translation>변환 사본</translation>
    </message>
    <message>
        <source>Contents list, words</source>
        <translation>목차와 단어</translation>
    </message>
    <message>
        <source>Working memory</source>
        <translation>작업 메모리</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>예비</translation>
    </message>
    <message>
        <source>Need and reserve</source>
        <translation>필요량 + 예비</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Available now</source>
        <translation>지금 사용 가능</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation>%1 부족</translation>
    </message>
    <message>
        <source>%1 to spare</source>
        <translation>%1 여유</translation>
    </message>
    <message>
        <source>the engine&apos;s own libraries; only what cannot be dropped and what is always in use</source>
        <translation>엔진 자체 라이브러리 중 내보낼 수 없거나 늘 쓰는 부분</translation>
    </message>
    <message>
        <source>weights stored in another form while they are turned round</source>
        <translation>다른 형식의 가중치를 바꾸는 동안의 사본</translation>
    </message>
    <message>
        <source>the file&apos;s list of tensors and the vocabulary</source>
        <translation>파일의 텐서 목록과 단어 목록</translation>
    </message>
    <message>
        <source>what one caption takes while it is made</source>
        <translation>캡션 하나를 만드는 동안 쓰는 양</translation>
    </message>
    <message>
        <source>kept for the rest of the system: a tenth of the memory, 16 to 400 MB</source>
        <translation>시스템을 위해 남겨 두는 양: 메모리의 10분의 1, 16~400 MB</translation>
    </message>
    <message>
        <source>at least this much must be free before a load starts; a setting</source>
        <translation>불러오기 전에 적어도 이만큼 비어 있어야 함(설정값)</translation>
    </message>
    <message>
        <source>Memory needed</source>
        <translation>필요한 메모리</translation>
    </message>
    <message>
        <source>Required (larger of both)</source>
        <translation>요구량(둘 중 큰 쪽)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>tight by %1</source>
        <translation>%1 빠듯함</translation>
    </message>
    <message>
        <source>just enough</source>
        <translation>딱 맞음</translation>
    </message>
    <message>
        <source>every number of the model once, in the precision that is chosen</source>
        <translation>모델의 모든 숫자 한 벌, 고른 정밀도 기준</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::DetailsPage</name>
    <message>
        <source>The last load</source>
        <translation>마지막 불러오기</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Stopped at</source>
        <translation>멈춘 단계</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>시그널</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Predicted peak</source>
        <translation>예상 최대</translation>
    </message>
    <message>
        <source>Measured peak</source>
        <translation>실측 최대</translation>
    </message>
    <message>
        <source>Prediction off by</source>
        <translation>예측 오차</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>요구량</translation>
    </message>
    <message>
        <source>Free before</source>
        <translation>시작 전 여유</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>돌려받음</translation>
    </message>
    <message>
        <source>Memory of the engine over the ten rows: line measured, dots predicted.</source>
        <translation>열 단계 동안의 엔진 메모리. 실선은 실측, 점선은 예측.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Check machine</source>
        <translation>기기 점검</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Load of %1</source>
        <translation>불러오기: %1</translation>
    </message>
    <message>
        <source>Clean-up and warm-up</source>
        <translation>정리와 예열</translation>
    </message>
    <message>
        <source>Engine alone</source>
        <translation>모델 없는 엔진</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::FailurePage</name>
    <message>
        <source>It did not work</source>
        <translation>잘되지 않았습니다</translation>
    </message>
    <message>
        <source>The app is safe. %1 came back; %2 are free now.</source>
        <translation>앱은 안전합니다. %1를 돌려받아 지금 %2가 비어 있습니다.</translation>
    </message>
    <message>
        <source>The app is safe. %1 are free now.</source>
        <translation>앱은 안전합니다. 지금 %1가 비어 있습니다.</translation>
    </message>
    <message>
        <source>What you can do now</source>
        <translation>지금 할 수 있는 일</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Clean up + retry</source>
        <translation>정리 후 재시도</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Check machine</source>
        <translation>기기 점검</translation>
    </message>
    <message>
        <source>Smaller precision</source>
        <translation>더 작은 정밀도</translation>
    </message>
    <message>
        <source>Previous model</source>
        <translation>이전 모델</translation>
    </message>
    <message>
        <source>Load without the floor…</source>
        <translation>하한 없이 불러오기…</translation>
    </message>
    <message>
        <source>Change source</source>
        <translation>영상 입력 바꾸기</translation>
    </message>
    <message>
        <source>Load the other model</source>
        <translation>다른 모델 불러오기</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>captions: %1</source>
        <translation>캡션 %1개</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>아직 캡션이 없습니다.</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::KeypadPage</name>
    <message>
        <source>One moment…</source>
        <translation>잠시만 기다리십시오…</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation>%1자리 입력됨</translation>
    </message>
    <message>
        <source>Type the operator&apos;s PIN.</source>
        <translation>운영자 PIN을 누르십시오.</translation>
    </message>
    <message>
        <source>Take the last digit away</source>
        <translation>마지막 숫자 지우기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::LatencyChart</name>
    <message>
        <source>No caption was timed yet.</source>
        <translation>아직 잰 시간이 없습니다.</translation>
    </message>
    <message>
        <source>Latency of the last 30 captions</source>
        <translation>최근 캡션 30개에 걸린 시간</translation>
    </message>
    <message>
        <source>from %1 to %2, mean %3</source>
        <translation>%1~%2, 평균 %3</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>평균 %1</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::LatencyTrio</name>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>last</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>count</source>
        <translation>횟수</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::ListPage</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::LivePage</name>
    <message>
        <source>Waiting for the first caption…</source>
        <translation>첫 캡션을 기다리는 중…</translation>
    </message>
    <message>
        <source>The model has no word for this.</source>
        <translation>모델에 알맞은 단어가 없습니다.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>캡션</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Pictures never leave this device and none are stored.</source>
        <translation>사진은 이 기기를 벗어나지 않으며 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>Paused. The camera is closed.</source>
        <translation>일시 정지. 카메라가 닫혀 있습니다.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>일시 정지됨.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message>
        <source>Another program uses the camera.</source>
        <translation>다른 프로그램이 카메라를 사용 중입니다.</translation>
    </message>
    <message>
        <source>The camera sends no pictures.</source>
        <translation>카메라가 영상을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>The camera was unplugged.</source>
        <translation>카메라가 뽑혔습니다.</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>아직 영상이 없습니다</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>통계</translation>
    </message>
    <message>
        <source>No caption while there is no picture.</source>
        <translation>영상이 없는 동안에는 캡션이 없습니다.</translation>
    </message>
    <message>
        <source>Waiting for the next caption…</source>
        <translation>다음 캡션을 기다리는 중…</translation>
    </message>
    <message>
        <source>The engine does not answer: %1</source>
        <translation>엔진이 응답하지 않습니다: %1</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>다시 재생</translation>
    </message>
    <message>
        <source>Cards until the camera is back</source>
        <translation>카메라가 돌아올 때까지 카드 표시</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>실시간으로</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>확신 %1 %</translation>
    </message>
    <message>
        <source>Where the model looked for %1</source>
        <translation>모델이 %1 낱말을 고를 때 본 곳</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::LoadCurve</name>
    <message>
        <source>Memory taken by the model, row by row</source>
        <translation>단계별로 모델이 쓴 메모리</translation>
    </message>
    <message>
        <source>Predicted peak %1</source>
        <translation>예상 최대 %1</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::LoadingPage</name>
    <message>
        <source>Loading %1</source>
        <translation>%1 불러오는 중</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>%2단계 중 %1단계</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>멈추는 중…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The engine is being ended; its memory comes back.</source>
        <translation>엔진을 끝내고 메모리를 돌려받는 중입니다.</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::MemoryGauge</name>
    <message>
        <source>Memory gauge</source>
        <translation>메모리 게이지</translation>
    </message>
    <message>
        <source>Free memory is below the floor.</source>
        <translation>여유 메모리가 하한보다 적습니다.</translation>
    </message>
    <message>
        <source>Memory pressure: %1</source>
        <translation>메모리 압박: %1</translation>
    </message>
    <message>
        <source>pressure unknown</source>
        <translation>압박 알 수 없음</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::MemoryPane</name>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Swap: none</source>
        <translation>스왑: 없음</translation>
    </message>
    <message>
        <source>Swap: %1 of %2 used</source>
        <translation>스왑: %2 중 %1 사용</translation>
    </message>
    <message>
        <source>Swap: unknown</source>
        <translation>스왑: 알 수 없음</translation>
    </message>
    <message>
        <source>Swapped in %1, out %2 pages/s</source>
        <translation>스왑 초당 %1쪽 읽음, %2쪽 씀</translation>
    </message>
    <message>
        <source>Paging: unknown</source>
        <translation>페이징: 알 수 없음</translation>
    </message>
    <message>
        <source>Tap a number to have it explained.</source>
        <translation>숫자를 누르면 설명이 나옵니다.</translation>
    </message>
    <message>
        <source>Board: %1</source>
        <translation>보드: %1</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::MemoryTimeline</name>
    <message>
        <source>Free memory of the last 60 seconds</source>
        <translation>지난 60초의 여유 메모리</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>지금 %1</translation>
    </message>
    <message>
        <source>60 s ago</source>
        <translation>60초 전</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::MenuPage</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Check machine</source>
        <translation>기기 점검</translation>
    </message>
    <message>
        <source>Previous models</source>
        <translation>이전 모델들</translation>
    </message>
    <message>
        <source>Next models</source>
        <translation>다음 모델들</translation>
    </message>
    <message>
        <source>No models found.</source>
        <translation>모델이 없습니다.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>모델을 찾는 중…</translation>
    </message>
    <message>
        <source>Copy a model file (.pth) into the folder %1. It appears here by itself.</source>
        <translation>모델 파일(.pth)을 %1 폴더에 복사하면 여기에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::PastCaptions</name>
    <message>
        <source>Earlier captions</source>
        <translation>지난 캡션</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::PlanNumbers</name>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>File of %1</source>
        <translation>파일 크기 %1</translation>
    </message>
    <message>
        <source>%1 words, embedding %2, decoder %3, attention %4, encoder %5</source>
        <translation>단어 %1개, 임베딩 %2, 디코더 %3, 어텐션 %4, 인코더 %5</translation>
    </message>
    <message>
        <source>Peak measured on this device: %1.</source>
        <translation>이 기기에서 잰 최대: %1.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>참고: %1</translation>
    </message>
    <message>
        <source>File checked: archive, words and checksums.</source>
        <translation>파일 확인됨: 보관 형식, 단어, 체크섬.</translation>
    </message>
    <message>
        <source>File checked: archive and words; checksums at loading.</source>
        <translation>파일 확인됨: 보관 형식과 단어. 체크섬은 불러올 때 확인.</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::PlanPage</name>
    <message>
        <source>Being measured</source>
        <translation>측정 중</translation>
    </message>
    <message>
        <source>memory unknown</source>
        <translation>메모리 알 수 없음</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Try anyway</source>
        <translation>그래도 시도</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>불러오기</translation>
    </message>
    <message>
        <source>%1, numbers</source>
        <translation>%1, 수치</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Last loads</source>
        <translation>지난 기록</translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation>%1 부족</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::PlanSummary</name>
    <message>
        <source>This device keeps %1 free for safety.</source>
        <translation>이 기기는 안전을 위해 %1의 여유를 남겨 둡니다.</translation>
    </message>
    <message>
        <source>Captions in</source>
        <translation>캡션 언어</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>필요한 메모리</translation>
    </message>
    <message>
        <source>Free now</source>
        <translation>지금 여유</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>지난번</translation>
    </message>
    <message>
        <source>In quarantine: %1</source>
        <translation>격리됨: %1</translation>
    </message>
    <message>
        <source>Loading it again may end the engine; this window stays.</source>
        <translation>다시 불러오면 엔진이 멈출 수 있지만 이 창은 그대로입니다.</translation>
    </message>
    <message>
        <source>Being measured</source>
        <translation>측정 중</translation>
    </message>
    <message>
        <source>Available memory is unknown</source>
        <translation>사용 가능한 메모리를 알 수 없음</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>지금은 불러올 수 없음: %1</translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation>%1 부족</translation>
    </message>
    <message>
        <source>It loads, but memory is tight</source>
        <translation>불러올 수 있지만 메모리가 빠듯합니다</translation>
    </message>
    <message>
        <source>%1 of libraries will be read again and again: it may be slow.</source>
        <translation>라이브러리 %1를 되풀이해 읽게 되어 느릴 수 있습니다.</translation>
    </message>
    <message>
        <source>It fits</source>
        <translation>불러올 수 있습니다</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>해결 방법</translation>
    </message>
    <message>
        <source>Close programs that are not needed.</source>
        <translation>필요 없는 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>Close %1.</source>
        <translation>닫을 프로그램: %1</translation>
    </message>
    <message>
        <source>Load %1 instead: it fits now</source>
        <translation>대신 지금 들어가는 모델 불러오기: %1</translation>
    </message>
    <message>
        <source>Waiting for memory. Tap to stop waiting</source>
        <translation>메모리를 기다리는 중. 누르면 그만 기다림</translation>
    </message>
    <message>
        <source>Load it by itself when memory is free</source>
        <translation>메모리가 비면 자동으로 불러오기</translation>
    </message>
    <message>
        <source>Load without the floor…</source>
        <translation>하한 없이 불러오기…</translation>
    </message>
    <message>
        <source>Only the operator can load it again.</source>
        <translation>운영자만 다시 불러올 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::PreviewWidget</name>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>less</source>
        <translation>적게</translation>
    </message>
    <message>
        <source>more</source>
        <translation>많이</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::ReadinessPage</name>
    <message>
        <source>checking…</source>
        <translation>점검 중…</translation>
    </message>
    <message>
        <source>failed: %1, warnings: %2</source>
        <translation>실패 %1개, 경고 %2개</translation>
    </message>
    <message>
        <source>warnings: %1</source>
        <translation>경고 %1개</translation>
    </message>
    <message>
        <source>all well</source>
        <translation>모두 정상</translation>
    </message>
    <message>
        <source>Is this machine ready?</source>
        <translation>기기 준비 상태</translation>
    </message>
    <message>
        <source>The machine is being checked…</source>
        <translation>기기를 점검하는 중…</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>아직 점검하지 않았습니다.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 점검</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::Sheet</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::StatisticsPage</name>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>편차</translation>
    </message>
    <message>
        <source>captions per second</source>
        <translation>초당 캡션</translation>
    </message>
    <message>
        <source>captions in all</source>
        <translation>전체 캡션</translation>
    </message>
    <message>
        <source>window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>free</source>
        <translation>여유</translation>
    </message>
    <message>
        <source>The last 30 captions</source>
        <translation>최근 캡션 30개</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>last</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>pressure</source>
        <translation>메모리 압박</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::StepList</name>
    <message>
        <source>Steps of the load</source>
        <translation>불러오기 단계</translation>
    </message>
    <message>
        <source>free %1</source>
        <translation>여유 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>nanocap::ui::TitleBar</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>어둡게 또는 밝게</translation>
    </message>
    <message>
        <source>Caption size</source>
        <translation>캡션 크기</translation>
    </message>
    <message>
        <source>Language, colours, caption size</source>
        <translation>언어, 색, 캡션 크기</translation>
    </message>
    <message>
        <source>Read aloud again</source>
        <translation>다시 읽어 주기</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>소리 끄기</translation>
    </message>
</context>
</TS>
